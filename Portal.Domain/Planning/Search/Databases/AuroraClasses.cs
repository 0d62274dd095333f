using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Databases;

/// <summary>Which of the classes that the price book lists for Aurora run the version and the size that a sheet needs.</summary>
internal static class AuroraClasses
{
    /// <summary>Listed for MySQL, which version 2 ran on it; version 3, which new clusters get, does not: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Compare-v2-v3.html#AuroraMySQL.mysql80-instance-classes</summary>
    private const string OfMySql2 = "db.t3.small";

    /// <summary>
    /// No T classes for clusters beyond 40 TB, for either engine: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Performance.html,
    /// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html
    /// </summary>
    private const decimal MostBurstableGb = 40_000;

    public static bool Runs(DatabaseClass type, Relational database) =>
        !(database.Engine == DatabaseEngine.MySql && type.Name == OfMySql2) && !(type.BaselinePercent is not null && database.SizeGb > MostBurstableGb);
}
