using Portal.Domain.Planning.Document;
using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

/// <summary>One region as parts with states: instances that are asked although dead, a writer that moves between zones, holds that stop everything.</summary>
internal sealed class SimulatedRegion
{
    private readonly ModelledDesign design;
    private readonly SimulatedCalendar calendar;
    private readonly TypicalTimes times;
    private readonly double restoreSeconds;
    private readonly (bool Asked, bool Alive, int Version)[] instances;
    private readonly int[] deadNodes;
    private int holds;
    private int surges;
    private int writerZone;
    private int cacheZone;

    public SimulatedRegion(ModelledDesign design, FailureRates rates, TypicalTimes times, double restoreSeconds, SimulatedCalendar calendar)
    {
        (this.design, this.times, this.restoreSeconds, this.calendar) = (design, times, restoreSeconds, calendar);
        instances = [.. Enumerable.Repeat((true, true, 0), design.Running)];
        deadNodes = new int[design.CacheNodes];
        for (var i = 0; i < instances.Length; i++)
        {
            var instance = i;
            calendar.Again((double)rates.Instance.EventsAYear, () => Kill(instance));
        }

        calendar.Again(design.Zones * (double)rates.Zone.EventsAYear, LoseZone);
        calendar.Again((double)rates.Surge.EventsAYear, () =>
        {
            surges++;
            calendar.After((double)times.Boot, () => surges--);
        });
        if (design.Database != DatabaseShape.None)
        {
            calendar.Again((double)rates.DatabaseInstance.EventsAYear, () => StopWriter(design.Database == DatabaseShape.Aurora ? times.AuroraRecreate : rates.DatabaseRestartSeconds));
            calendar.Again((double)rates.DatabaseMaintenance.EventsAYear, () => StopWriter(rates.DatabaseMaintenance.Seconds!.Value));
        }

        if (design.Database is DatabaseShape.OneInstance or DatabaseShape.Standby)
        {
            calendar.Again((double)rates.DatabaseVolume.EventsAYear, () => StopWriter(times.Decision + (decimal)restoreSeconds + times.Repoint));
        }

        for (var i = 0; i < (design.Cache == CacheShape.Memcached ? design.CacheNodes : design.Cache == CacheShape.None ? 0 : 1); i++)
        {
            var node = i;
            calendar.Again((double)rates.CacheNode.EventsAYear, () => KillNode(node));
        }
    }

    /// <summary>The share of requests that this region would lose now.</summary>
    public double Lost
    {
        get
        {
            if (holds > 0)
            {
                return 1;
            }

            var (asked, alive) = (0, 0);
            foreach (var instance in instances)
            {
                asked += instance.Asked ? 1 : 0;
                alive += instance.Asked && instance.Alive ? 1 : 0;
            }

            var demand = design.Needed * (surges > 0 ? 1.5 : 1);
            var served = asked == 0 ? 0 : alive / Math.Max(demand, asked);
            return 1 - (served * (1 - (deadNodes.Count(node => node > 0) / (double)deadNodes.Length)));
        }
    }

    public void Hold(double seconds)
    {
        holds++;
        calendar.After(seconds, () => holds--);
    }

    private void Kill(int index)
    {
        if (!instances[index].Alive)
        {
            return;
        }

        var version = instances[index].Version + 1;
        instances[index] = (true, false, version);
        calendar.After((double)times.Detection, () => instances[index] = instances[index].Version == version ? (false, false, version) : instances[index]);
        calendar.After((double)times.Boot, () => instances[index] = instances[index].Version == version ? (true, true, version) : instances[index]);
    }

    private void LoseZone()
    {
        var zone = calendar.Pick(design.Zones);
        if (design.Zones == 1)
        {
            // A person decides, starts the database, the cache and the fleet again, one after the other; a partner in another zone has taken over by then.
            var database = design.Database switch
            {
                DatabaseShape.OneInstance => restoreSeconds + (double)times.Repoint,
                DatabaseShape.Aurora when design.AuroraInstances == 1 => (double)times.AuroraRecreate,
                _ => 0,
            };
            var cache = design.Cache is CacheShape.OneNode or CacheShape.Memcached ? (double)times.CacheReplace : 0;
            Hold((double)times.Decision + database + cache + (double)times.Boot);
            return;
        }

        for (var i = zone; i < instances.Length; i += design.Zones)
        {
            Kill(i);
        }

        if (design.Database != DatabaseShape.None && writerZone == zone)
        {
            StopWriter(design.Database == DatabaseShape.Aurora ? times.AuroraRecreate : times.Decision + (decimal)restoreSeconds + times.Repoint);
        }

        if (design.Cache == CacheShape.Memcached)
        {
            for (var node = zone; node < deadNodes.Length; node += design.Zones)
            {
                KillNode(node);
            }
        }
        else if (design.Cache != CacheShape.None && cacheZone == zone)
        {
            KillNode(0);
        }
    }

    private void StopWriter(decimal alone)
    {
        var partner = design.Database == DatabaseShape.Standby || design.AuroraInstances > 1;
        writerZone = partner && design.Zones > 1 ? (writerZone + 1) % design.Zones : writerZone;
        Hold((double)(!partner ? alone : design.Database == DatabaseShape.Standby ? times.RdsFailover : times.AuroraFailover));
    }

    private void KillNode(int node)
    {
        if (design.Cache == CacheShape.Memcached)
        {
            deadNodes[node]++;
            calendar.After((double)times.CacheReplace, () => deadNodes[node]--);
            return;
        }

        cacheZone = design.Cache == CacheShape.Replicated && design.Zones > 1 ? (cacheZone + 1) % design.Zones : cacheZone;
        Hold((double)(design.Cache == CacheShape.Replicated ? times.CacheFailover : times.CacheReplace));
    }
}
