namespace Portal.Domain.Planning.Search.Topics;

/// <summary>The instance type.</summary>
internal static class FleetTopics
{
    private const int MostInstanceTypes = 4;

    public static IEnumerable<Topic> Of(PlanningInput input, SearchSpace space, Design chosen)
    {
        var here = new Choice { Reach = reach => reach == chosen.Reach, Topology = topology => topology == chosen.Topology };
        var others = space.Options(Tier.Fleet, here).Cast<FleetOption>()
            .Where(fleet => fleet.Type.Family != chosen.Fleet.Type.Family)
            .OrderBy(fleet => fleet.Monthly).ThenBy(fleet => fleet.Name, StringComparer.Ordinal)
            .DistinctBy(fleet => fleet.Type.Family)
            .Take(MostInstanceTypes)
            .Select(other => (other.Name, Choice.OfTier<FleetOption>(Tier.Fleet, fleet => fleet.Name == other.Name)));
        yield return new Topic("instance type", chosen.Fleet.Name, input.Paths.Fleet, "the cheapest fleet that carries CPU, memory and connections", null, others);
    }
}
