using Portal.Domain.Facts;

namespace Portal.Domain.Resilience;

/// <summary>
/// Modelled availability in closed form (docs/planner.md, Modelled availability): events a year x seconds x share of requests, added up over the modes. Adding counts
/// overlapping outages twice, so the result is a lower bound under its assumptions (Boole's inequality).
/// </summary>
public sealed class FailureModel(AwsFacts facts, FailureRates rates)
{
    private readonly TypicalTimes times = new(facts);

    public FailureModel(AwsFacts facts)
        : this(facts, FailureRates.Planning)
    {
    }

    public ModelledAvailability Of(ModelledDesign design)
    {
        var modes = Modes(design);
        var otherDown = Math.Min(1, modes.Where(mode => mode.Scope != FailureScope.Global).Sum(mode => mode.Lost));
        var lost = modes.Select(mode => (Mode: mode, Lost: mode.Lost * Remaining(mode, design.Second, otherDown))).Where(mode => mode.Lost > 0).ToList();
        return new(
            (Math.Truncate(Math.Max(0, 1 - lost.Sum(mode => mode.Lost)) * 100_000_000) / 1_000_000).Trimmed(),
            [.. lost.Select(mode => new ModeMinutes(mode.Mode.Mode, Minutes(mode.Lost), mode.Mode.Rate.Reason, mode.Mode.Rate.Source)).Where(mode => mode.MinutesAYear > 0).OrderByDescending(mode => mode.MinutesAYear)],
            (rates.OwnRelease.EventsAYear * rates.OwnRelease.Seconds!.Value / 60).Trimmed());
    }

    /// <summary>The modes of one region, before any takeover.</summary>
    public IReadOnlyList<FailureMode> Modes(ModelledDesign design)
    {
        if (design.Zones < 1 || design.Needed < 1 || design.Running < 1 || design.CacheNodes < 1)
        {
            throw new ArgumentException("A design has a zone, an instance that runs and one that is needed.", nameof(design));
        }

        var data = new DataModes(rates, times, size => facts.Formulas["rds-restore-seconds"].Evaluate(("size_gb", size)));
        return [.. FleetModes.Of(design, rates, times), .. data.Database(design), .. data.Cache(design), .. ServiceModes.Of(design, rates)];
    }

    /// <summary>
    /// The share of a mode's loss that a second region leaves: the takeover, then the chance that it fails, that the cause struck both, or that the other is down.
    /// A partial loss triggers no takeover.
    /// </summary>
    private decimal Remaining(FailureMode mode, SecondRegion? second, decimal otherDown)
    {
        if (second is null || mode.Scope == FailureScope.Global || mode.LostShare < 1 || mode.SecondsDown <= second.TakeoverSeconds)
        {
            return 1;
        }

        var takeover = second.TakeoverSeconds / mode.SecondsDown;
        var (both, fails) = (mode.Scope == FailureScope.Region ? RegionFloor.CommonCause : 0, rates.TakeoverFails(second.Role));
        return takeover + ((1 - takeover) * (both + ((1 - both) * (fails + ((1 - fails) * otherDown)))));
    }

    private static decimal Minutes(decimal lost) => Math.Round(lost * FailureMode.SecondsAYear / 60, 6).Trimmed();
}
