using Portal.Domain.Planning.Search.Topics;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>Every topic of a design, in the order in which a reader wants them.</summary>
internal static class AllTopics
{
    public static IReadOnlyList<Topic> Of(PlanningInput input, SearchSpace space, Design chosen) =>
    [
        .. GroundTopics.Of(input, space, chosen),
        .. FrontTopics.Of(input, space, chosen),
        .. FleetTopics.Of(input, space, chosen),
        .. RelationalTopics.Of(space, chosen),
        .. TableTopics.Of(space, chosen),
        .. CacheTopics.Of(space, chosen),
        .. ObjectsTopics.Of(chosen),
    ];
}
