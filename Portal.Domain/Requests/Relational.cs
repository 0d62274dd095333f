using System.Text.Json.Serialization;
using Portal.Domain.Requests.Reading;

namespace Portal.Domain.Requests;

/// <summary>A relational database.</summary>
public sealed record Relational
{
    public required DatabaseEngine Engine { get; init; }

    public required decimal SizeGb { get; init; }

    public decimal ReadsPerSecond { get; init; }

    public decimal WritesPerSecond { get; init; }

    public int Connections { get; init; }

    /// <summary>Null: <c>auto</c>, the planner decides.</summary>
    [JsonConverter(typeof(ReplicasConverter)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? ReadReplicas { get; init; }

    public RelationalService Service { get; init; } = RelationalService.Auto;
}

public enum DatabaseEngine
{
    [JsonStringEnumMemberName("postgresql")] PostgreSql,
    [JsonStringEnumMemberName("mysql")] MySql,
    [JsonStringEnumMemberName("sqlserver-standard")] SqlServerStandard,
    [JsonStringEnumMemberName("oracle-se2")] OracleSe2,
}

public enum RelationalService
{
    Auto,
    Rds,
    Aurora,
}
