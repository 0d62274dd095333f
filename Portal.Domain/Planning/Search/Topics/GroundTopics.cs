using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>Regions, zones and the way out to the internet.</summary>
internal static class GroundTopics
{
    public const string Regions = "regions";
    public const string Zones = "zones";
    public const string Nat = "way out to the internet";

    public static IEnumerable<Topic> Of(PlanningInput input, SearchSpace space, Design chosen)
    {
        yield return OfRegions(input, space, chosen);
        yield return OfZones(input, chosen);
        if (chosen.Topology.Zones > 1)
        {
            yield return OfNat(chosen);
        }
    }

    private static Topic OfRegions(PlanningInput input, SearchSpace space, Design chosen)
    {
        var reach = chosen.Reach;
        var others = space.Reaches
            .Where(other => other.Strategy != reach.Strategy)
            .GroupBy(other => other.Strategy)
            .OrderBy(group => group.Key)
            .Select(group => (Words(group.First()), new Choice { Reach = other => other.Strategy == group.Key }));
        return new Topic(Regions, reach.Label, SheetPaths.None, Gives(input, reach), new Choice { Reach = other => other.Strategy < reach.Strategy }, others) { IsGround = true };
    }

    private static Topic OfZones(PlanningInput input, Design chosen)
    {
        var zones = chosen.Topology.Zones;
        var others = Enumerable.Range(1, 3).Where(count => count != zones).Select(count => (Count(count), new Choice { Reach = reach => reach.Strategy == chosen.Reach.Strategy, Topology = topology => topology.Zones == count }));
        return new Topic(Zones, Count(zones), input.Paths.Fleet, Gives(chosen.Reach, zones), InFewer(chosen), others)
        {
            IsGround = true,
            Modules = [Modules.Compute, Modules.Foundation],
        };
    }

    /// <summary>On fewer zones, with the fleet that is cheapest there: a cheaper database or another region is no answer to what a zone is for.</summary>
    private static Choice InFewer(Design chosen) =>
        new Choice { Topology = topology => topology.Zones < chosen.Topology.Zones, AmongLikely = true }.And<FleetOption>(Tier.Fleet, _ => true).Beside(chosen);

    private static Topic OfNat(Design chosen)
    {
        var layout = chosen.Topology.Nat;
        var other = layout == NatLayout.Shared ? NatLayout.PerZone : NatLayout.Shared;
        return new Topic(
            Nat,
            Text(layout),
            SheetPaths.None,
            layout == NatLayout.Shared ? "requests of users do not pass it; with its zone the way out is lost until a route is changed" : "each zone keeps its own way out",
            layout == NatLayout.Shared ? null : new Choice { Topology = topology => topology.Zones == chosen.Topology.Zones && topology.Nat == other }.Beside(chosen),
            [(Text(other), new Choice { Topology = topology => topology.Zones > 1 && topology.Nat == other })])
        {
            Modules = [Modules.Network],
        };
    }

    private static string Text(NatLayout layout) => layout == NatLayout.Shared ? "one NAT gateway" : "one NAT gateway a zone";

    private static string Count(int zones) => zones == 1 ? "1 zone" : $"{zones} zones";

    private static string Words(Reach reach) => reach.Strategy switch
    {
        Strategy.OneRegion => "one region",
        Strategy.BackupCopy when reach.CopyHours == 0 => "one region, built anew in another after its loss",
        Strategy.BackupCopy => "one region with backups copied to another",
        Strategy.PilotLight => "pilot light in a second region",
        Strategy.WarmStandby => "warm standby in a second region",
        _ => "active in several regions",
    };

    /// <summary>A region that takes over does so after the loss of a zone too.</summary>
    private static string Gives(Reach reach, int zones) => zones > 1 ? "what runs survives the loss of a zone at every load without scaling"
        : reach.TakesOver ? "after the loss of its zone another region takes over, as after that of the whole region"
        : "nothing that was asked needs a second zone";

    private static string Gives(PlanningInput input, Reach reach) => reach.Strategy switch
    {
        Strategy.OneRegion when input is { Policy.CopiesBackups: true, Stores: true, SecondRegions.Count: 0 } => $"compliance asks for copies of what is stored in another region, and {Hindrance(input)}, so the controls that look for them fail",
        Strategy.OneRegion => "nothing that was asked needs a second region",
        Strategy.BackupCopy when reach.CopyHours == 0 => "keys stand ready elsewhere, and everything else is built there after the loss",
        Strategy.BackupCopy => "data survives the region and is restored elsewhere",
        Strategy.PilotLight => "data and network stand ready elsewhere, servers start when they are needed",
        Strategy.WarmStandby => "a second region carries the mean load at once and scales out",
        _ => Answers(reach),
    };

    private static string Hindrance(PlanningInput input) => input.Sheet.Placement switch
    {
        { SecondaryRegions.Count: > 0 } => "those of placement.secondaryRegions have no price",
        { Residency: { Count: > 0 } places } => $"placement.residency ([{string.Join(", ", places)}]) leaves none",
        _ => "there is none to have",
    };

    private static string Answers(Reach reach)
    {
        var idle = reach.Sites.Where(site => site.Share == 0).Select(site => site.Region).ToList();
        var busy = reach.Sites.Where(site => site.Share > 0).Select(site => site.Region).ToList();
        return idle.Count == 0
            ? "every region answers users, and the others go on when one is lost"
            : $"{string.Join(" and ", busy)} {(busy.Count == 1 ? "answers" : "answer")} users, and {string.Join(" and ", idle)} only once another region is lost";
    }
}
