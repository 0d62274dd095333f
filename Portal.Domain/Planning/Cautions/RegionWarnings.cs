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

    /// <summary>Where the sheet names no second region the cheapest is taken, or one that is near to some of its audience, wherever in the world it lies.</summary>
    private static IEnumerable<(bool, string, string)> Far(PlanningInput input, Design design)
    {
        var (placement, others) = (input.Sheet.Placement, design.Reach.Sites.Skip(1).ToList());
        if (placement.SecondaryRegions.Count > 0 || others.Count == 0)
        {
            yield break;
        }

        var regions = others.Select(site => site.Region).ToList();
        var which = input.Sheet.Traffic.Audience.Count > 0 && others.TrueForAll(site => site.Share > 0) ? "one that some of the audience is nearest to" : "the cheapest";
        var (waits, isFar) = Waits(input, design, regions);
        var abroad = placement.Residency.Count > 0 ? "" : Abroad(input, design, regions);
        var fault = (isFar, abroad.Length > 0) switch
        {
            (true, true) => "is too far, or is not allowed",
            (true, false) => "is too far",
            _ => "is not allowed",
        };
        var keeps = abroad.Length == 0 ? "" : $" or what placement.residency allows ([{Rules(input, input.Region)}])";
        yield return (
            isFar || abroad.Length > 0,
            SheetPaths.SecondaryRegions,
            $"The sheet names no second region, so {which} is taken: {string.Join(", ", regions)}.{waits}{abroad} Where that {fault}, say which regions it may be in placement.secondaryRegions{keeps}.");
    }

    /// <summary>How much longer whoever waits longest waits after the loss of the first region; nothing where that is no longer than before.</summary>
    private static (string Text, bool IsFar) Waits(PlanningInput input, Design design, IReadOnlyList<string> others)
    {
        var now = design.Reach.Sites.Where(site => site.Share > 0).Select(site => site.Region).ToList();
        var (place, after, before) = AudienceAreas.Places(input)
            .Select(user => (user.Place, After: RoundTrip.Of(user.Place, others) ?? 0, Before: RoundTrip.Of(user.Place, now) ?? 0))
            .MaxBy(user => user.After);
        return after > before
            ? (string.Create(CultureInfo.InvariantCulture, $" After the loss of {input.Region} a request from {place} takes about {after:0} ms there and back, and {before:0} ms before."), after >= FarMs)
            : ("", false);
    }

    /// <summary>What comes under the rules of another place: data that is copied there, or, where none is kept, requests once a region there answers them.</summary>
    private static string Abroad(PlanningInput input, Design design, IReadOnlyList<string> others)
    {
        var home = Rules(input, input.Region);
        var places = string.Join(" and ", others.Select(region => Rules(input, region)).Where(place => place != home).Distinct());
        var answers = design.Reach.Strategy == Strategy.ActiveActive;
        return places.Length == 0 ? ""
            : input.Stores || (answers && design.Cache is not null) ? $" Data lies in {places} too, not in {home} alone."
            : answers ? $" Requests are answered and logged in {places} too, not in {home} alone."
            : design.Reach.TakesOver ? $" After a takeover requests are answered and logged in {places}, not in {home}."
            : "";
    }

    private static string Rules(PlanningInput input, string region) => input.Facts.Regions[region].DataResidency;
}
