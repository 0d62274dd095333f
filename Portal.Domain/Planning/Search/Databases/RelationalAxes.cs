using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Databases;

/// <summary>Every kind of relational database that the sheet admits.</summary>
internal static class RelationalAxes
{
    /// <summary>Regions with servers that one database can serve: a password is copied to one other region, and one replica is made.</summary>
    public const int MostRegions = 2;

    public static IEnumerable<TierOption> Options(PlanningInput input, Reach reach, Topology topology, Relational database) =>
        from layout in Layouts(reach, database)
        from option in Classes(input, reach, topology, database, layout)
        select option;

    /// <summary>Of each layout the cheapest class: the classes that carry the load differ in nothing but the price of their hours.</summary>
    public static IEnumerable<TierOption> Likely(PlanningInput input, Reach reach, Topology topology, Relational database) =>
        from layout in Layouts(reach, database)
        from option in layout.IsServerless ? ServerlessAxis.Options(input, reach, topology, database, layout) : Cheapest(input, reach, topology, database, layout)
        select option;

    private static IEnumerable<DatabaseLayout> Layouts(Reach reach, Relational database) => reach.Live.Count() > MostRegions ? [] :
    [
        .. database.Service == RelationalService.Aurora ? [] : RdsAxis.Layouts(reach, database),
        .. database.Service == RelationalService.Rds ? [] : AuroraAxis.Layouts(reach, database),
    ];

    private static IEnumerable<RelationalOption> Classes(PlanningInput input, Reach reach, Topology topology, Relational database, DatabaseLayout layout) => layout switch
    {
        { IsServerless: true } => ServerlessAxis.Options(input, reach, topology, database, layout),
        { Service: RelationalService.Rds } => DatabasePrice.Of(input, reach, layout).SelectMany(price => RdsAxis.Options(input, reach, topology, database, layout, price)),
        _ => DatabasePrice.Of(input, reach, layout).SelectMany(price => AuroraAxis.Options(input, reach, topology, database, layout, price)),
    };

    private static IEnumerable<RelationalOption> Cheapest(PlanningInput input, Reach reach, Topology topology, Relational database, DatabaseLayout layout)
    {
        if (DatabasePrice.Of(input, reach, layout).MinBy(price => (price.HourlyUsd, price.Class.Name)) is not { } price)
        {
            return [];
        }

        return layout.Service == RelationalService.Rds ? RdsAxis.Options(input, reach, topology, database, layout, price) : AuroraAxis.Options(input, reach, topology, database, layout, price);
    }
}
