namespace Portal.Domain.Requests;

/// <summary>A key-value table; rates are at peak.</summary>
public sealed record KeyValue
{
    public required decimal SizeGb { get; init; }

    public decimal ReadsPerSecond { get; init; }

    public decimal WritesPerSecond { get; init; }

    public decimal ItemKb { get; init; } = 1;

    public ReadConsistency Consistency { get; init; } = ReadConsistency.Eventual;
}

public enum ReadConsistency
{
    Eventual,
    Strong,
}
