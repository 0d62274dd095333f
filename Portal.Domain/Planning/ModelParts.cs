using Portal.Domain.Planning.Search;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning;

/// <summary>What the availability model expects of a design, beside the floor that providers sign. It reads the design as it was chosen, and takes typical times where promises take high ones.</summary>
public static class ModelParts
{
    public static ModelledAvailability Of(PlanningInput input, Design design) => new FailureModel(input.Facts).Of(Modelled(input, design));

    /// <summary>The design in the model's words; of active regions the first with its own share of the load.</summary>
    public static ModelledDesign Modelled(PlanningInput input, Design design)
    {
        var (fleet, data, cache) = (design.Fleet.First.Ordinary, input.Sheet.Data, input.Sheet.Data.Cache);
        return new ModelledDesign
        {
            Zones = design.Topology.Zones,
            Running = fleet.AtMean,
            Needed = fleet.NeededAtMean,
            Database = Shape(design.Relational),
            AuroraInstances = design.Relational?.Instances ?? 1,
            DatabaseSizeGb = design.Relational?.Database.SizeGb ?? 0,
            KeyValue = data.KeyValue is not null,
            Cache = cache switch
            {
                null => CacheShape.None,
                { Engine: CacheEngine.Memcached } => CacheShape.Memcached,
                _ => CacheShape.OneNode,
            },
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

    /// <summary>Null where nothing takes over: one region, copies of backups only, or a part that never serves elsewhere.</summary>
    private static SecondRegion? Second(PlanningInput input, Design design)
    {
        if (!design.Reach.TakesOver || design.Promise.Region is null)
        {
            return null;
        }

        var region = new RegionRecovery(input.Facts, RecoveryBasis.Typical);
        var detection = design.Front.Steering == Steering.FastChecks ? RegionDetection.Fast : RegionDetection.Standard;
        return new SecondRegion(Role(design.Reach.Strategy), region.Whole(detection, design.Reach.IsAutomatic, Pieces(input, design, region)).RtoSeconds);
    }

    private static IEnumerable<RecoveryTime> Pieces(PlanningInput input, Design design, RegionRecovery region)
    {
        if (design.Reach.Strategy == Strategy.PilotLight)
        {
            yield return new RecoveryTime(0, region.ScaleOut);
        }

        if (design.Relational is { } database)
        {
            yield return database.Service != RelationalService.Aurora ? region.RdsReplica : database.InstancesElsewhere > 0 ? region.AuroraGlobal : region.AuroraHeadless;
        }

        if (input.Sheet.Data.KeyValue is not null)
        {
            yield return region.Table(strong: false);
        }
    }

    private static SecondRegionRole Role(Strategy strategy) => strategy switch
    {
        Strategy.PilotLight => SecondRegionRole.Pilot,
        Strategy.WarmStandby => SecondRegionRole.Warm,
        _ => SecondRegionRole.Active,
    };
}
