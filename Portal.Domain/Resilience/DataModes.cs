using Portal.Domain.Planning.Document;

namespace Portal.Domain.Resilience;

/// <summary>How the database and the cache lose requests: a partner takes over in seconds, a single node is moved, replaced or restored.</summary>
internal sealed class DataModes(FailureRates rates, TypicalTimes times, Func<decimal, decimal> restoreSeconds)
{
    public IEnumerable<FailureMode> Database(ModelledDesign design)
    {
        if (design.Database == DatabaseShape.None)
        {
            yield break;
        }

        var failover = Failover(design);
        var restart = design.Database == DatabaseShape.Aurora ? times.AuroraRecreate : rates.DatabaseRestartSeconds;
        yield return Down("database instance failure", rates.DatabaseInstance, failover ?? restart);
        yield return Down("database maintenance", rates.DatabaseMaintenance, failover ?? rates.DatabaseMaintenance.Seconds!.Value);
        yield return Down("zone loss, the database", rates.Zone, Math.Min(rates.Zone.Seconds!.Value, failover ?? ZoneLoss(design)));
        if (design.Database != DatabaseShape.Aurora)
        {
            yield return Down("database volume failure", rates.DatabaseVolume, failover ?? (times.Decision + Restore(design)));
        }
    }

    /// <summary>With one zone a person restarts tier after tier, and has already decided for the fleet.</summary>
    private decimal ZoneLoss(ModelledDesign design) =>
        design.Database == DatabaseShape.Aurora ? times.AuroraRecreate : Restore(design) + (design.Zones > 1 ? times.Decision : 0);

    public IEnumerable<FailureMode> Cache(ModelledDesign design) => design.Cache switch
    {
        CacheShape.None => [],
        CacheShape.Memcached => [
            new("cache node failure", FailureScope.Local, design.CacheNodes * rates.CacheNode.EventsAYear, times.CacheReplace, 1m / design.CacheNodes, rates.CacheNode),
            new("zone loss, the cache", FailureScope.Local, design.Zones * rates.Zone.EventsAYear, times.CacheReplace, 1m / design.Zones, rates.Zone)],
        _ => [
            Down("cache node failure", rates.CacheNode, design.Cache == CacheShape.Replicated ? times.CacheFailover : times.CacheReplace),
            Down("zone loss, the cache", rates.Zone, design.Cache == CacheShape.Replicated ? times.CacheFailover : times.CacheReplace)],
    };

    /// <summary>Null where no partner stands by.</summary>
    private decimal? Failover(ModelledDesign design) => design.Database switch
    {
        DatabaseShape.Standby => times.RdsFailover,
        DatabaseShape.Aurora when design.AuroraInstances > 1 => times.AuroraFailover,
        _ => null,
    };

    private decimal Restore(ModelledDesign design) => restoreSeconds(design.DatabaseSizeGb) + times.Repoint;

    private static FailureMode Down(string mode, FailureRate rate, decimal seconds) => new(mode, FailureScope.Local, rate.EventsAYear, seconds, 1, rate);
}
