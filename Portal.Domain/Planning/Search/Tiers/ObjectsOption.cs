using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>A bucket, and the region that takes copies of its objects.</summary>
public sealed class ObjectsOption : TierOption
{
    internal ObjectsOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public override Tier Tier => Tier.Objects;

    /// <summary>Null where nothing is copied.</summary>
    public required Site? Copy { get; init; }

    public required decimal SizeGb { get; init; }

    /// <summary>Whether users read the objects through the content delivery network. Then they lie in the static site's bucket, the one that the network may read.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>The module that makes the bucket.</summary>
    internal string Module => ModuleOf(IsPublic);

    /// <summary>For people, wherever it is copied to.</summary>
    public const string Kind = "S3 Standard with versions";

    public override string Name => Copy is null ? Kind : $"{Kind}, copied to {Copy.Region}";

    public override string Label => "";

    internal static string ModuleOf(bool isPublic) => isPublic ? Modules.StaticSite : Modules.Storage;
}
