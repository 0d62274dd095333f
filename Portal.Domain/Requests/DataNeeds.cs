namespace Portal.Domain.Requests;

/// <summary>What the application stores; a null kind is not asked for. Sizes in gigabytes, rates a second.</summary>
public sealed record DataNeeds
{
    public Relational? Relational { get; init; }

    public KeyValue? KeyValue { get; init; }

    public Cache? Cache { get; init; }

    public Objects? Objects { get; init; }
}
