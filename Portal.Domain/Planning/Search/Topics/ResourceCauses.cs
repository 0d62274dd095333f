using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search.Topics;

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
        // No promise needs a third zone: it is there where the load costs less over three.
        (Modules.Network, [.., 'C']) and not (_, "NatGatewayC" or "NatAddressC") => input.Paths.Servers,
        (Modules.Security, "DataGroup" or "DataFromApp" or "AppToData") => Relational,
        (Modules.Dns, "Static" or "Ipv6Static") => [.. Domain, .. input.Paths.StaticContent],
        (Modules.HostedZone or Modules.Certificate or Modules.Dns, _) => Domain,
        (Modules.Edge, "Certificate") or (Modules.MonitoringGlobal, "EdgeCertificateExpires") => [.. Content(input), .. Domain],
        (Modules.Edge, _) or (Modules.MonitoringGlobal, "EdgeFirewallBlocks") => input.Sheet.Compliance.Count > 0 ? [.. Content(input), SheetPaths.Compliance] : Content(input),
        (Modules.StaticSite, "Bucket" or "BucketPolicy" or "ReplicationRole" or "ReplicationPolicy") when input.Sheet.Data.Objects is { PublicStatic: true } => [.. Objects, .. Content(input)],
        (Modules.StaticSite, _) or (Modules.MonitoringGlobal, "EdgeErrors") => Content(input),
        (Modules.MonitoringGlobal, "FrontAUnhealthy" or "FrontBUnhealthy") when input.Sheet.Dns?.Domain is not null => Domain,
        (Modules.MonitoringGlobal, "SigningFails" or "SigningKeyNeedsAction") => Domain,
        (Modules.Firewall, _) or (Modules.Balancer, "WebAclAssociation") => input.Paths.Guard,
        (Modules.Security, "CacheGroup" or "CacheFromApp" or "AppToCache") => Cache,
        (Modules.Table, _) => Table,
        (Modules.Cache, _) => Cache,
        (Modules.Storage or Modules.StorageReplica, _) => Objects,
        (Modules.Balancer, "LoadBalancer") or (Modules.Shield, _) => input.Paths.Entry,
        (Modules.Balancer, "Https") => input.Paths.Encryption,
        (Modules.Compute, "Opening" or "Closing") => input.Paths.Hours,
        (Modules.Compute, "Forecast") => [SheetPaths.Pattern],
        (Modules.Compute, "LaunchTemplate" or "AutoScalingGroup") => input.Paths.Servers,
        (Modules.OfficeHours, _) => [.. Relational, SheetPaths.OfficeHours],
        (Modules.Relational, "ReplicaA" or "ReplicaB" or "ReplicaC") or (Modules.Aurora, "InstanceC" or "InstanceD") => input.Paths.Readers,
        (Modules.Relational or Modules.RelationalReplica or Modules.Aurora or Modules.AuroraSecondary, _) => Relational,
        (Modules.VaultCopy, _) when input.Policy.CopiesBackups => [SheetPaths.Compliance],
        (Modules.Backup, "RestoreTest") => [SheetPaths.Compliance],
        (Modules.Backup, "RestoreTable") => [.. Table, SheetPaths.Compliance],
        (Modules.Monitoring, "UnhealthyHostsB" or "UnhealthyHostsC") => input.Paths.Servers,
        (Modules.MonitoringData, _) when logicalId.StartsWith("Table", StringComparison.Ordinal) => Table,
        (Modules.MonitoringData, _) when logicalId.StartsWith("Cache", StringComparison.Ordinal) => Cache,
        (Modules.MonitoringData, "BucketCopyFails" or "BucketCopyLag") => Objects,
        (Modules.MonitoringData, _) => Relational,
        (Modules.Monitoring, "FirewallBlocks") => input.Paths.Guard,
        (Modules.Monitoring, "CertificateExpires") => Domain,
        (Modules.Backup, "RestoreDb" or "RestoreCluster") => [.. Relational, SheetPaths.Compliance],
        (Modules.Backup, _) or (Modules.Monitoring, "BackupFailures" or "CopyFailures" or "RestoreFailures") => input.Paths.Kept,
        (Modules.Monitoring or Modules.MonitoringGlobal, _) => input.Paths.Watched,
        _ => SheetPaths.None,
    };

    /// <summary>Static content; where there is none, what is public passes the distribution.</summary>
    private static IReadOnlyList<string> Content(PlanningInput input) => input.Paths.StaticContent.Count > 0 ? input.Paths.StaticContent : input.Paths.Entry;
}
