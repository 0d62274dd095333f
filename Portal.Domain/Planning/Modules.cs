using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning;

/// <summary>The modules a plan is composed of, and the resources in them that a bill names.</summary>
internal static class Modules
{
    public const string Foundation = "foundation";
    public const string Network = "network";
    public const string Security = "security";
    public const string HostedZone = "hosted-zone";
    public const string Certificate = "certificate";
    public const string Edge = "edge";
    public const string Firewall = "firewall";
    public const string Balancer = "balancer";
    public const string Compute = "compute";
    public const string Relational = "relational";
    public const string RelationalReplica = "relational-replica";
    public const string Aurora = "aurora";
    public const string AuroraSecondary = "aurora-secondary";
    public const string OfficeHours = "office-hours";
    public const string Table = "table";
    public const string Cache = "cache";
    public const string Storage = "storage";
    public const string StorageReplica = "storage-replica";
    public const string StaticSite = "static-site";
    public const string Accelerator = "accelerator";
    public const string Fallback = "fallback";
    public const string Shield = "shield";
    public const string Dns = "dns";
    public const string Monitoring = "monitoring";
    public const string MonitoringData = "monitoring-data";
    public const string MonitoringGlobal = "monitoring-global";
    public const string MonitoringAccelerator = "monitoring-accelerator";
    public const string VaultCopy = "vault-copy";
    public const string Backup = "backup";
    public const string Cost = "cost";

    /// <summary>Modules whose loss loses data, keys or evidence: protected from staging on.</summary>
    public static bool IsStateful(string module) =>
        module is Foundation or Relational or RelationalReplica or Aurora or AuroraSecondary or Table or Cache or Storage or StorageReplica or StaticSite or VaultCopy or Backup or HostedZone or Edge or MonitoringGlobal or MonitoringAccelerator;
}
