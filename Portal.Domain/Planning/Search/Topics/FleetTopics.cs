using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>The instance type, how it is bought, and how the fleet follows its load.</summary>
internal static class FleetTopics
{
    private const int MostInstanceTypes = 4;

    public static IEnumerable<Topic> Of(PlanningInput input, SearchSpace space, Design chosen)
    {
        var here = Choice.On(chosen);
        var others = space.Options(Tier.Fleet, here).Cast<FleetOption>()
            .Where(fleet => fleet.Type.Family != chosen.Fleet.Type.Family)
            .OrderBy(fleet => fleet.Monthly).ThenBy(fleet => fleet.Name, StringComparer.Ordinal)
            .DistinctBy(fleet => fleet.Type.Family)
            .Take(MostInstanceTypes)
            .Select(other => (other.Type.Name, Choice.OfTier<FleetOption>(Tier.Fleet, fleet => fleet.Type == other.Type)));
        yield return new Topic("instance type", chosen.Fleet.Type.Name, input.Paths.Fleet, "the cheapest fleet that carries CPU, memory and connections", null, others);
        yield return Purchase(input.Sheet.Budget.Purchase);
        if (input.Sheet.Budget.AllowSpot)
        {
            yield return Spot(input, chosen);
        }

        yield return Scaling(input, chosen.Fleet);
        if (input.OfficeHours is not null)
        {
            yield return OfficeHours(chosen);
        }
    }

    private static Topic OfficeHours(Design chosen) => new(
        "office hours",
        chosen.Relational is { Stops: true } ? "servers and database stop outside them" : "servers stop outside them",
        [SheetPaths.OfficeHours],
        $"what does not run is not paid for; servers start {Sizing.OfficeHours.ServersAhead.TotalMinutes:0} minutes before they are needed{(chosen.Relational is { Stops: true } ? $", the database {Sizing.OfficeHours.DatabaseAhead.TotalMinutes:0}" : "")}",
        null,
        []);

    private static Topic Purchase(Purchase purchase) => new(
        "purchase",
        Wire.Name(purchase),
        [SheetPaths.Purchase],
        purchase switch
        {
            Requests.Purchase.OnDemand => "nothing is committed, so nothing is lost when the load changes",
            Requests.Purchase.SavingsPlan1Y => "what runs steadily is paid for a year at the convertible rate, whatever instance type it becomes",
            _ => "what runs steadily is paid for a year, databases and caches too where the price book has a price",
        },
        null,
        []);

    private static Topic Spot(PlanningInput input, Design chosen) => new(
        "Spot",
        Words(chosen.Fleet.Spot),
        [SheetPaths.Spot],
        chosen.Fleet.Spot ? $"what carries the mean load stays on demand; AWS takes such capacity back in {chosen.Fleet.InterruptionBand} of cases a month" : SpotRule.Hindrance(input.Sheet, chosen.Topology) ?? "no type that AWS seldom takes back is cheaper there",
        null,
        [(Words(!chosen.Fleet.Spot), Choice.OfTier<FleetOption>(Tier.Fleet, fleet => fleet.Spot != chosen.Fleet.Spot))]);

    private static string Words(bool spot) => spot ? "Spot above the mean load" : "no Spot";

    /// <summary>What moves the fleet follows from the load and costs a few alarms at most, so it is not chosen by price.</summary>
    private static Topic Scaling(PlanningInput input, FleetOption fleet)
    {
        var (pattern, scaling) = (input.Sheet.Traffic.Pattern, fleet.Fleets.Where(each => each.Scales(input)).ToList());
        var words = ScalingPolicy.Words(pattern, scaling.Count > 0, fleet.Fleets.Any(each => each.ByTheClock(input) is not null));
        var fixedFirst = fleet.First.Scales(input) ? "" : $"the least fleet{(scaling.Count > 0 ? $" in {fleet.First.Site.Region}" : "")} carries the peak";
        var held = scaling.Count == 0 ? "" : $"CPU{(FleetSize.IsByRequests(input.Workload, fleet.Type) ? " and the requests of an instance are" : " is")} held at the share that survives the loss of a zone, whatever else moves the fleet";
        return new Topic(
            "scaling",
            fixedFirst.Length > 0 && scaling.Count > 0 ? $"{words} in {string.Join(", ", scaling.Select(each => each.Site.Region))}" : words,
            scaling.Count == 0 ? input.Paths.Peak : pattern == TrafficPattern.Steady ? SheetPaths.None : [SheetPaths.Pattern],
            string.Join("; ", new[] { fixedFirst, held }.Where(text => text.Length > 0)),
            null,
            []);
    }
}
