using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search;

/// <summary>Every kind of relational database that the sheet admits.</summary>
internal static class RelationalAxes
{
    public static IEnumerable<TierOption> Options(PlanningInput input, Reach reach, Topology topology, Relational database) =>
        database.Service == RelationalService.Aurora ? [] : RdsAxis.Options(input, reach, topology, database);
}
