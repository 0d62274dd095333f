using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Databases;

/// <summary>Aurora Serverless v2: no class to choose, capacity follows the load.</summary>
internal static class ServerlessAxis
{
    private const string Class = "db.serverless";

    public static IEnumerable<RelationalOption> Options(PlanningInput input, Reach reach, Topology topology, Relational database, DatabaseLayout layout)
    {
        if (!AuroraAxis.Fits(input, reach, database) || reach.Live.Any(site => input.Facts.FindPrice("aurora", "serverless-v2-acu", site.Region) is null))
        {
            return [];
        }

        var units = new ServerlessUnits(input, reach, database, layout);
        return units.Maximum is not { } maximum
            ? []
            : [AuroraAxis.Option(input, reach, database, layout, Class, (units.Minimum, maximum), Price(units), Price(new ServerlessUnits(input.AtPeak, reach, database, layout)))];

        Action<Bill> Price(ServerlessUnits hours) => bill => AuroraCosts.Add(bill, reach, topology, new AuroraPlan(database, layout, null, hours));
    }
}
