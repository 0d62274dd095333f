namespace Portal.Domain.Planning.Search;

/// <summary>Which fields of the sheet ask for a resource at all, by module.</summary>
internal static class ResourceCauses
{
    private static readonly string[] Relational = [SheetPaths.Relational];

    public static IReadOnlyList<string> Of(PlanningInput input, string module, string logicalId) => (module, logicalId) switch
    {
        (Modules.Security, "DataGroup" or "DataFromApp" or "AppToData") => Relational,
        (Modules.Balancer, _) => input.Paths.Entry,
        (Modules.Compute, "Forecast" or "Opening" or "Closing") => [SheetPaths.Pattern],
        (Modules.Compute, _) => input.Paths.Fleet,
        (Modules.Relational, "ReplicaA" or "ReplicaB" or "ReplicaC") or (Modules.Aurora, "InstanceC" or "InstanceD") => input.Paths.Readers,
        (Modules.Relational or Modules.RelationalReplica or Modules.Aurora or Modules.AuroraSecondary, _) => Relational,
        (Modules.VaultCopy, _) when input.Policy.CopiesBackups => [SheetPaths.Compliance],
        (Modules.Backup, "RestoreDb" or "RestoreCluster") => Relational,
        (Modules.Monitoring, _) when WatchesDatabase(logicalId) => Relational,
        _ => SheetPaths.None,
    };

    private static bool WatchesDatabase(string logicalId) => Array.Exists(["Database", "Cluster", "Replica"], prefix => logicalId.StartsWith(prefix, StringComparison.Ordinal));
}
