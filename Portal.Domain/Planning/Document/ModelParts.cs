using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Document;

/// <summary>What the availability model expects of a design, beside the floor that providers sign. It reads the design as it was chosen, and takes typical times where promises take high ones.</summary>
public static class ModelParts
{
    public static ModelledAvailability Of(PlanningInput input, Design design) => new FailureModel(input.Facts).Of(Modelled(input, design));

    /// <summary>The design in the model's words; of active regions the first that anybody is led to, with its own share of the load.</summary>
    public static ModelledDesign Modelled(PlanningInput input, Design design)
    {
        var fleet = design.Fleet.Fleets.First(each => each.Site.Share > 0).Ordinary;
        return new ModelledDesign
        {
            Zones = design.Topology.Zones,
            Running = fleet.AtMean,
            Needed = fleet.NeededAtMean,
            Database = Shape(design.Relational),
            AuroraInstances = design.Relational?.Instances ?? 1,
            DatabaseSizeGb = design.Relational?.Database.SizeGb ?? 0,
            KeyValue = design.Table is not null,
            Cache = Shape(design.Cache),
            CacheNodes = design.Cache?.Nodes ?? 1,
            WafFailClosed = design.Front.Kind.Firewall is Firewall.FailClosed or Firewall.Edge,
            CdnOnPath = design.Front.Kind.DynamicThroughCdn,
            Second = Second(input, design),
        };
    }

    private static DatabaseShape Shape(RelationalOption? database) => database switch
    {
        null => DatabaseShape.None,
        { Service: RelationalService.Aurora } => DatabaseShape.Aurora,
        { MultiAz: true } => DatabaseShape.Standby,
        _ => DatabaseShape.OneInstance,
    };

    private static CacheShape Shape(CacheOption? cache) => cache switch
    {
        null => CacheShape.None,
        { Engine: CacheEngine.Memcached } => CacheShape.Memcached,
        { Nodes: > 1 } => CacheShape.Replicated,
        _ => CacheShape.OneNode,
    };

    /// <summary>Null where nothing takes over: one region, copies of backups only, or a part that never serves elsewhere.</summary>
    private static SecondRegion? Second(PlanningInput input, Design design)
    {
        if (!design.Reach.TakesOver || design.Promise.Region is null)
        {
            return null;
        }

        var region = new RegionRecovery(input.Facts, RecoveryBasis.Typical);
        return new SecondRegion(Role(design.Reach.Strategy), region.Whole(Detection(design.Front.Steering), design.Reach.IsAutomatic, Pieces(design, region)).RtoSeconds);
    }

    private static RegionDetection Detection(Steering steering) => steering switch
    {
        Steering.Accelerator => RegionDetection.Accelerator,
        Steering.FastChecks => RegionDetection.Fast,
        _ => RegionDetection.Standard,
    };

    private static IEnumerable<RecoveryTime> Pieces(Design design, RegionRecovery region)
    {
        if (design.Fleet.Fleets.Any(fleet => !fleet.CarriesMean))
        {
            yield return new RecoveryTime(0, region.ScaleOut);
        }

        if (design.Relational is { } database)
        {
            yield return database.Service != RelationalService.Aurora ? region.RdsReplica : database.InstancesElsewhere > 0 ? region.AuroraGlobal : region.AuroraHeadless;
        }

        if (design.Table is { } table)
        {
            yield return region.Table(table.Layout.Spread == TableSpread.Strong);
        }
    }

    private static SecondRegionRole Role(Strategy strategy) => strategy switch
    {
        Strategy.PilotLight => SecondRegionRole.Pilot,
        Strategy.WarmStandby => SecondRegionRole.Warm,
        _ => SecondRegionRole.Active,
    };
}
