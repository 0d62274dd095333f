using System.Globalization;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Cautions;

/// <summary>What stays to be known of the regions: those that answer nobody, and those that are far once they must.</summary>
internal static class RegionWarnings
{
    /// <summary>Up to a tenth of a second people feel that something answers at once: https://www.nngroup.com/articles/response-times-3-important-limits/</summary>
    private const decimal FarMs = 100;

    public static IEnumerable<(bool Applies, string Path, string Text)> Of(PlanningInput input, Design design) => [.. Idle(input, design), .. Far(input, design)];

    /// <summary>Names lead everybody to the nearest of several active regions, so one that is nobody's nearest has nothing to do.</summary>
    private static IEnumerable<(bool, string, string)> Idle(PlanningInput input, Design design)
    {
        if (design.Reach.Strategy != Strategy.ActiveActive)
        {
            yield break;
        }

        var busiest = design.Reach.Sites.MaxBy(site => site.Share)!.Region;
        var writes = design.Relational is null ? "" : ", and every write of the database crosses to it";
        foreach (var site in design.Reach.Sites.Where(site => site.Share == 0))
        {
            yield return site.IsFirst
                ? (true, SheetPaths.PrimaryRegion, $"Nobody in the audience is nearest to {site.Region}: it answers nobody until {busiest} is lost{writes}. {busiest} would be the better first region.")
                : (true, SheetPaths.ActiveActive, $"Nobody in the audience is nearest to {site.Region}: it answers nobody until {busiest} is lost, and runs the least that a region with servers can. Name a region that is nearer to somebody, or let this one stand by.");
        }
    }

    /// <summary>Where the sheet names no second region the cheapest is taken, wherever in the world it lies.</summary>
    private static IEnumerable<(bool, string, string)> Far(PlanningInput input, Design design)
    {
        var (placement, others) = (input.Sheet.Placement, design.Reach.Sites.Skip(1).Select(site => site.Region).ToList());
        if (placement.SecondaryRegions.Count > 0 || others.Count == 0)
        {
            yield break;
        }

        var now = design.Reach.Sites.Where(site => site.Share > 0).Select(site => site.Region).ToList();
        var (place, after, before) = AudienceAreas.Places(input)
            .Select(user => (user.Place, After: RoundTrip.Of(user.Place, others) ?? 0, Before: RoundTrip.Of(user.Place, now) ?? 0))
            .MaxBy(user => user.After);
        var home = input.Facts.Regions[input.Region].DataResidency;
        var abroad = placement.Residency.Count > 0 ? [] : others.Where(region => input.Facts.Regions[region].DataResidency != home).ToList();
        var leaves = abroad.Count == 0 ? "" : $" Data lies in {string.Join(" and ", abroad.Select(region => input.Facts.Regions[region].DataResidency).Distinct())} too, not in {home} alone.";
        var keeps = abroad.Count == 0 ? "" : $" or what placement.residency allows ([{home}])";
        yield return (
            abroad.Count > 0 || (after >= FarMs && after > before),
            SheetPaths.SecondaryRegions,
            string.Create(CultureInfo.InvariantCulture, $"The sheet names no second region, so the cheapest is taken: {string.Join(", ", others)}. After the loss of {input.Region} a request from {place} takes about {after:0} ms there and back, and {before:0} ms before.{leaves} Where that is too far, say which regions it may be in placement.secondaryRegions{keeps}."));
    }
}
