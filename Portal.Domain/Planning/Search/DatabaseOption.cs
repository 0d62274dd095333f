using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search;

/// <summary>A relational database of one class, with or without a standby.</summary>
public sealed class DatabaseOption : TierOption
{
    internal DatabaseOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public required Relational Database { get; init; }

    public required DatabaseOffer Offer { get; init; }

    public required bool MultiAz { get; init; }

    public required int StorageGb { get; init; }

    public override string Name => Offer.Class.Name;

    /// <summary>The engine and its layout, for people: <c>RDS PostgreSQL Multi-AZ</c>.</summary>
    public string Layout => LayoutOf(Database.Engine, MultiAz);

    public static string LayoutOf(DatabaseEngine engine, bool multiAz) => $"RDS {(engine == DatabaseEngine.MySql ? "MySQL" : "PostgreSQL")} {(multiAz ? "Multi-AZ" : "single-AZ")}";

    public string Label => $"{Layout} {Name}";
}
