using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search;

/// <summary>A fleet of one instance type.</summary>
public sealed record FleetOption : TierOption
{
    public required Fleet Fleet { get; init; }

    public required InstanceOffer Offer { get; init; }

    public override string Name => Offer.Type.Name;
}

/// <summary>A relational database of one class, with or without a standby.</summary>
public sealed record DatabaseOption : TierOption
{
    public required Relational Database { get; init; }

    public required DatabaseOffer Offer { get; init; }

    public required bool MultiAz { get; init; }

    public required int StorageGb { get; init; }

    public override string Name => Offer.Class.Name;
}
