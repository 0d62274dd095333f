using Portal.Domain;
using Portal.Domain.Requests;

namespace Portal.Web.Components.Requests;

/// <summary>The words of the sheet with the words for people.</summary>
internal static class Choices
{
    public static readonly IReadOnlyList<FieldOption> Stages = Of<Stage>(("development", "Development"), ("staging", "Staging"), ("production", "Production"));

    public static readonly IReadOnlyList<FieldOption> Exposures = Of<Exposure>(("public", "Public, from the internet"), ("internal", "Internal, no internet-facing endpoint"));

    public static readonly IReadOnlyList<FieldOption> Patterns = Of<TrafficPattern>(("steady", "Steady"), ("business-hours", "Business hours"), ("spiky", "Spiky, 5 % of the hours at peak"), ("seasonal", "Seasonal, one month of the year at peak"));

    public static readonly IReadOnlyList<FieldOption> Workloads = Of<WorkloadClass>(("light", "Light"), ("standard", "Standard"), ("heavy", "Heavy"));

    public static readonly IReadOnlyList<FieldOption> Architectures = Of<Architecture>(("arm64", "arm64 (Graviton)"), ("x86_64", "x86_64"));

    public static readonly IReadOnlyList<FieldOption> OperatingSystems = Of<Portal.Domain.Requests.OperatingSystem>(("linux", "Linux"), ("windows", "Windows"));

    public static readonly IReadOnlyList<FieldOption> Software = Of<SoftwareKind>(("none", "None yet, a sample page"), ("container", "Container image"), ("script", "Script at first boot"));

    public static readonly IReadOnlyList<FieldOption> Programs = Of<ComplianceProgram>(("pci-dss", "PCI DSS"), ("hipaa", "HIPAA"), ("soc2", "SOC 2"), ("gdpr", "GDPR"), ("iso-27001", "ISO 27001"), ("nist-800-53", "NIST 800-53"));

    public static readonly IReadOnlyList<FieldOption> Engines = Of<DatabaseEngine>(("postgresql", "PostgreSQL"), ("mysql", "MySQL"), ("sqlserver-standard", "SQL Server Standard"), ("oracle-se2", "Oracle SE2"));

    public static readonly IReadOnlyList<FieldOption> RelationalServices = Of<RelationalService>(("auto", "Whatever is cheapest"), ("rds", "RDS"), ("aurora", "Aurora"));

    public static readonly IReadOnlyList<FieldOption> Consistencies = Of<ReadConsistency>(("eventual", "Eventual"), ("strong", "Strong"));

    public static readonly IReadOnlyList<FieldOption> CacheEngines = Of<CacheEngine>(("valkey", "Valkey"), ("redis", "Redis"), ("memcached", "Memcached"));

    public static readonly IReadOnlyList<FieldOption> Purchases = Of<Purchase>(("on-demand", "On demand"), ("savings-plan-1y", "Savings plan, 1 year"), ("reserved-1y", "Reserved, 1 year"));

    /// <summary>Every word of the enum, in its order: one that is missing here fails at start, not in front of somebody.</summary>
    private static IReadOnlyList<FieldOption> Of<T>(params (string Value, string Word)[] words) where T : struct, Enum =>
        [.. Wire.All<T>().Select(value => new FieldOption(value, words.Single(w => w.Value == value).Word))];
}
