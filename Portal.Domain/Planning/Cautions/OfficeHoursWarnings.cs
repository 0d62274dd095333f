using System.Globalization;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Cautions;

/// <summary>What it means that nothing runs outside business hours, and what runs all the same.</summary>
internal static class OfficeHoursWarnings
{
    public static IEnumerable<(bool Applies, string Path, string Text)> Of(PlanningInput input, Design design)
    {
        if (input.OfficeHours is not { Open: var open })
        {
            yield break;
        }

        yield return (true, SheetPaths.OfficeHours, string.Create(CultureInfo.InvariantCulture, $"Outside {open.Days} {open.From:HH:mm} to {open.To:HH:mm} ({open.TimeZone}) it answers nobody: availability and recovery are promised inside these hours. Deploy inside them too: what a deployment starts outside them runs until they next end."));
        yield return (design.Relational is { Stops: true }, SheetPaths.OfficeHours, "Update and destroy it inside these hours: a database that is stopped cannot be changed, nor its cluster be deleted.");
        yield return (design.Relational is { Stops: false }, SheetPaths.OfficeHours, $"The database runs at every hour all the same: {Why(design)}.");
    }

    private static string Why(Design design) => design.Reach.Strategy == Strategy.OneRegion ? "RDS stops none that has read replicas" : "another region keeps copies of it";
}
