using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Web.Drawing;

/// <summary>Where a region's database instances stand: the writer first, its standby or readers in the next zones.</summary>
internal static class DatabaseRow
{
    public static TierRow Of(DatabasePlan database, int zones)
    {
        var parts = Roles(database)
            .Select((role, index) => (Zone: index % zones, Role: role))
            .GroupBy(p => p.Zone)
            .Select(g => (g.Key, new TierPart(Name(database), $"{string.Join(" + ", g.Select(p => p.Role))} · {database.InstanceClass}")));
        return new TierRow(ShapeKind.Data, [.. parts.OrderBy(p => p.Key)]);
    }

    /// <summary>Aurora's instances all serve; of RDS's one waits as the standby where it is Multi-AZ.</summary>
    private static IEnumerable<string> Roles(DatabasePlan database)
    {
        var writes = database.Role is "primary" or "active";
        yield return writes ? "writer" : "reader";
        var standby = database is { Service: RelationalService.Rds, MultiAz: true };
        if (standby)
        {
            yield return "standby";
        }

        for (var reader = standby ? 2 : 1; reader < database.Instances; reader++)
        {
            yield return "reader";
        }
    }

    private static string Name(DatabasePlan database) => (database.Service == RelationalService.Aurora ? "Aurora " : "RDS ") + database.Engine switch
    {
        DatabaseEngine.PostgreSql => "PostgreSQL",
        DatabaseEngine.MySql => "MySQL",
        DatabaseEngine.SqlServerStandard => "SQL Server",
        _ => "Oracle",
    };
}
