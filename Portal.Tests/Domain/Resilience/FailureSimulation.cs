using Portal.Domain.Facts;
using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

/// <summary>
/// The same designs as <see cref="FailureModel"/> lived through event by event for thousands of years. It shares the rates and the failover times with the model, and no formula.
/// </summary>
internal sealed class FailureSimulation
{
    /// <summary>Student's t, two-sided 99.9 %, for 39 degrees of freedom.</summary>
    private const double Students = 3.558;
    private const int Batches = 40;

    private readonly ModelledDesign design;
    private readonly FailureRates rates;
    private readonly SimulatedCalendar calendar;
    private readonly SimulatedRegion[] regions;
    private readonly bool[] down;
    private readonly bool[] takenOver;
    private readonly int[] outage;
    private int globalHolds;

    public FailureSimulation(ModelledDesign design, FailureRates rates, int seed)
    {
        (this.design, this.rates, calendar) = (design, rates, new(seed));
        var facts = AwsFacts.Embedded;
        var restore = (double)facts.Formulas["rds-restore-seconds"].Evaluate(("size_gb", design.DatabaseSizeGb));
        regions = [.. Enumerable.Range(0, design.Second is null ? 1 : 2).Select(_ => new SimulatedRegion(design, rates, new(facts), restore, calendar))];
        (down, takenOver, outage) = (new bool[regions.Length], new bool[regions.Length], new int[regions.Length]);
        Service(rates.LoadBalancer);
        Service(rates.Region);
        Service(design.KeyValue ? rates.KeyValue : null);
        Service(design.WafFailClosed ? rates.Waf : null);
        if (design.CdnOnPath)
        {
            calendar.Again((double)rates.Cdn.EventsAYear, () =>
            {
                globalHolds++;
                calendar.After((double)rates.Cdn.Seconds!.Value, () => globalHolds--);
            });
        }
    }

    /// <summary>The availability in percent, as a 99.9 % confidence interval from batch means.</summary>
    public (double Low, double High) Run(int years)
    {
        var span = years / Batches * SimulatedCalendar.Year;
        var lost = new double[Batches];
        for (var batch = 0; batch < Batches; batch++)
        {
            var (end, ended, since) = ((batch + 1) * span, false, calendar.Now);
            calendar.After(end - calendar.Now, () => ended = true);
            while (!ended)
            {
                lost[batch] += LostNow() * (calendar.NextAt - since);
                calendar.Step();
                since = calendar.Now;
                Watch();
            }
        }

        var mean = lost.Average() / span;
        var half = Students * Math.Sqrt(lost.Sum(value => Math.Pow((value / span) - mean, 2)) / (Batches - 1) / Batches);
        return (100 * (1 - mean - half), 100 * (1 - mean + half));
    }

    /// <summary>Events of a service: each region has its own, and some strike both at once.</summary>
    private void Service(FailureRate? rate)
    {
        if (rate is null)
        {
            return;
        }

        var (events, seconds) = ((double)rate.EventsAYear, (double)rate.Seconds!.Value);
        var both = regions.Length > 1 ? (double)RegionFloor.CommonCause : 0;
        calendar.Again(events * both, () => Array.ForEach(regions, region => region.Hold(seconds)));
        Array.ForEach(regions, region => calendar.Again(events * (1 - both), () => region.Hold(seconds)));
    }

    /// <summary>An outage that lasts as long as a takeover takes sends the users of its region to the other one, until their own is back.</summary>
    private void Watch()
    {
        for (var i = 0; i < regions.Length && design.Second is { } second; i++)
        {
            var (region, isDown) = (i, regions[i].Lost >= 1);
            if (isDown == down[i])
            {
                continue;
            }

            (down[i], takenOver[i], outage[i]) = (isDown, false, outage[i] + 1);
            if (isDown)
            {
                var number = outage[i];
                calendar.After((double)second.TakeoverSeconds, () =>
                    takenOver[region] = outage[region] == number ? !calendar.Chance((double)rates.TakeoverFails(second.Role)) : takenOver[region]);
            }
        }
    }

    private double LostNow()
    {
        if (globalHolds > 0)
        {
            return 1;
        }

        if (design.Second?.Role != SecondRegionRole.Active)
        {
            return UsersOf(0);
        }

        return (UsersOf(0) + UsersOf(1)) / 2;
    }

    private double UsersOf(int region) => regions[takenOver[region] ? 1 - region : region].Lost;
}
