using Portal.Domain.Planning.Document;

namespace Portal.Domain.Resilience;

/// <summary>How the fleet loses requests. Spare instances pay off here: without them each loss leaves too few until a replacement has started.</summary>
internal static class FleetModes
{
    public static IEnumerable<FailureMode> Of(ModelledDesign design, FailureRates rates, TypicalTimes times)
    {
        var instances = design.Running * rates.Instance.EventsAYear;
        yield return new("instance failure, until noticed", FailureScope.Local, instances, times.Detection, 1m / design.Running, rates.Instance);

        var gap = times.Boot - times.Detection;
        var missing = rates.Instance.EventsAYear * gap / FailureMode.SecondsAYear;
        var shortage = Redundancy.Shortage(design.Running, design.Needed, missing / (1 + missing));
        yield return new("instance failure, too few until replaced", FailureScope.Local, instances, gap, instances == 0 ? 0 : shortage / (design.Running * missing), rates.Instance);

        if (design.Zones > 1)
        {
            var zones = design.Zones * rates.Zone.EventsAYear;
            yield return new("zone loss, until noticed", FailureScope.Local, zones, times.Detection, 1m / design.Zones, rates.Zone);
            yield return new("zone loss, too few until replaced", FailureScope.Local, zones, gap, MissingWithoutAZone(design), rates.Zone);
        }
        else
        {
            yield return new("zone loss, the fleet starts in another", FailureScope.Local, rates.Zone.EventsAYear, Math.Min(rates.Zone.Seconds!.Value, times.Decision + times.Boot), 1, rates.Zone);
        }

        yield return new(
            "overload, until scaled out", FailureScope.Local, rates.Surge.EventsAYear, times.Boot, Math.Max(0, 1 - (design.Running / (FailureRates.SurgeFactor * design.Needed))), rates.Surge);
    }

    /// <summary>The mean over the zones of what is missing from the needed instances once that zone is gone; zones differ by one instance at most.</summary>
    private static decimal MissingWithoutAZone(ModelledDesign design) =>
        Enumerable.Range(0, design.Zones)
            .Select(zone => (design.Running / design.Zones) + (zone < design.Running % design.Zones ? 1 : 0))
            .Average(lost => (decimal)Math.Max(0, design.Needed - (design.Running - lost)) / design.Needed);
}
