namespace Portal.Domain.Planning.Search;

/// <summary>Which fields of the sheet ask for a resource at all, by module.</summary>
internal static class ResourceCauses
{
    private static readonly string[] Domain = [SheetPaths.Domain];
    private static readonly string[] Relational = [SheetPaths.Relational];
    private static readonly string[] Table = [SheetPaths.KeyValue];
    private static readonly string[] Cache = [SheetPaths.Cache];
    private static readonly string[] Objects = [SheetPaths.Objects];

    public static IReadOnlyList<string> Of(PlanningInput input, string module, string logicalId) => (module, logicalId) switch
    {
        (Modules.Security, "DataGroup" or "DataFromApp" or "AppToData") => Relational,
        (Modules.HostedZone or Modules.Certificate or Modules.Dns, _) => Domain,
        (Modules.StaticSite or Modules.Edge, _) or (Modules.MonitoringGlobal, "EdgeErrors") => input.Paths.StaticContent.Count > 0 ? input.Paths.StaticContent : input.Paths.Entry,
        (Modules.Firewall, _) => input.Paths.Entry,
        (Modules.Security, "CacheGroup" or "CacheFromApp" or "AppToCache") => Cache,
        (Modules.Table, _) => Table,
        (Modules.Cache, _) => Cache,
        (Modules.Storage or Modules.StorageReplica, _) => Objects,
        (Modules.Balancer, _) => input.Paths.Entry,
        (Modules.Compute, "Forecast" or "Opening" or "Closing") => [SheetPaths.Pattern],
        (Modules.Compute, _) => input.Paths.Fleet,
        (Modules.Relational, "ReplicaA" or "ReplicaB" or "ReplicaC") or (Modules.Aurora, "InstanceC" or "InstanceD") => input.Paths.Readers,
        (Modules.Relational or Modules.RelationalReplica or Modules.Aurora or Modules.AuroraSecondary, _) => Relational,
        (Modules.VaultCopy, _) when input.Policy.CopiesBackups => [SheetPaths.Compliance],
        (Modules.Backup, "RestoreTable") => Table,
        (Modules.Monitoring, _) when logicalId.StartsWith("Table", StringComparison.Ordinal) => Table,
        (Modules.Monitoring, _) when logicalId.StartsWith("Cache", StringComparison.Ordinal) => Cache,
        (Modules.Backup, "RestoreDb" or "RestoreCluster") => Relational,
        (Modules.Monitoring, _) when WatchesDatabase(logicalId) => Relational,
        _ => SheetPaths.None,
    };

    private static bool WatchesDatabase(string logicalId) => Array.Exists(["Database", "Cluster", "Replica"], prefix => logicalId.StartsWith(prefix, StringComparison.Ordinal));
}
