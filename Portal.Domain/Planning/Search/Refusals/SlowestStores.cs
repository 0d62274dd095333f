using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>The stores that decide how much a loss takes along, or how long it lasts, where that is more than was asked.</summary>
internal static class SlowestStores
{
    /// <summary>In parentheses behind a proof; empty where no store decides.</summary>
    public static string Of(Requirement requirement, Design design)
    {
        var over = requirement.Relaxed(design.Promise).Select(change => change.Key).ToList();
        var (loses, waits) = (over.Contains(requirement.Path + ".rpo"), over.Contains(requirement.Path + ".rto"));
        if (Whole(requirement.Path, design.Tally) is not { } whole || !(loses || waits))
        {
            return "";
        }

        var stores = from option in design.Options
                     let field = Field(option.Tier)
                     let part = Part(requirement.Path, option)
                     where field is not null && part is not null
                     where (loses && part.RpoSeconds == whole.RpoSeconds) || (waits && part.RtoSeconds > 0 && part.RtoSeconds == whole.RtoSeconds)
                     select field;
        return stores.ToList() is { Count: > 0 } slowest ? $" ({string.Join(", ", slowest)})" : "";
    }

    /// <summary>Without what every takeover waits for.</summary>
    private static RecoveryTime? Whole(string path, Tally tally) => path switch
    {
        SheetPaths.ZoneLoss => tally.Zone,
        SheetPaths.Corruption => tally.Corruption,
        SheetPaths.RegionLoss => tally.Region,
        _ => null,
    };

    private static RecoveryTime? Part(string path, TierOption option) => path switch
    {
        SheetPaths.ZoneLoss => option.Zone,
        SheetPaths.Corruption => option.Corruption,
        _ => option.Region,
    };

    private static string? Field(Tier tier) => tier switch
    {
        Tier.Relational => SheetPaths.Relational,
        Tier.Table => SheetPaths.KeyValue,
        Tier.Cache => SheetPaths.Cache,
        Tier.Objects => SheetPaths.Objects,
        _ => null,
    };
}
