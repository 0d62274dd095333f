using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing;

/// <summary>How RDS names an engine, and the version that new databases get.</summary>
/// <remarks>
/// Versions: https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html and MySQL's beside it;
/// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html,
/// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.Updates.30Updates.html
/// </remarks>
internal sealed record RdsEngine(string Name, string Version, string ParameterFamily, int Port)
{
    // Ports beside the usual ones: scanners look at those first.
    private const int PostgreSqlPort = 5433;
    private const int MySqlPort = 3307;

    private static readonly RdsEngine PostgreSql = new("postgres", "17.6", "postgres17", PostgreSqlPort);
    private static readonly RdsEngine MySql = new("mysql", "8.4.6", "mysql8.4", MySqlPort);
    private static readonly RdsEngine AuroraPostgreSql = new("aurora-postgresql", "17.5", "aurora-postgresql17", PostgreSqlPort);

    // 3.10 is kept up for years, later ones for months.
    private static readonly RdsEngine AuroraMySql = new("aurora-mysql", "8.0.mysql_aurora.3.10.0", "aurora-mysql8.0", MySqlPort);

    public static RdsEngine Of(DatabaseEngine engine, RelationalService service) => (engine, service) switch
    {
        (DatabaseEngine.PostgreSql, RelationalService.Rds) => PostgreSql,
        (DatabaseEngine.MySql, RelationalService.Rds) => MySql,
        (DatabaseEngine.PostgreSql, RelationalService.Aurora) => AuroraPostgreSql,
        (DatabaseEngine.MySql, RelationalService.Aurora) => AuroraMySql,
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "The database modules are written for PostgreSQL and MySQL."),
    };
}
