using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Document;

/// <summary>The relational database of each region, as the plan document names it.</summary>
internal static class DatabaseParts
{
    public static IReadOnlyList<DatabasePlan> Of(Reach reach, RelationalOption database) =>
        [Of(reach.First.Region, database, database.Instances, database.MultiAz, "primary"), .. reach.Sites.Skip(1).Where(_ => reach.TakesOver).Select(site => Of(site.Region, database, database.InstancesElsewhere, database.InstancesElsewhere > 1, "secondary"))];

    private static DatabasePlan Of(string region, RelationalOption database, int instances, bool multiAz, string role) => new()
    {
        Region = region,
        Service = database.Service,
        Engine = database.Database.Engine,
        InstanceClass = database.InstanceClass,
        Instances = instances,
        MultiAz = multiAz,
        Role = role,
    };
}
