using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing;

/// <summary>How RDS names an engine, and the version that new databases get: the facts' row (<c>engine-versions.csv</c>).</summary>
/// <remarks>
/// Aurora's versions are long-term releases, which can be made for years, where others can for one. They are what a database starts from: minor updates are on, since control programmes ask for them,
/// and move what is deployed on, past the long-term release too. docs/templates.md says what a later plan does then.
/// </remarks>
internal sealed record RdsEngine(string Name, string Version, string ParameterFamily, int Port)
{
    // Ports beside the usual ones: scanners look at those first.
    private const int PostgreSqlPort = 5433;
    private const int MySqlPort = 3307;

    public static RdsEngine Of(AwsFacts facts, DatabaseEngine engine, RelationalService service) => (engine, service) switch
    {
        (DatabaseEngine.PostgreSql, RelationalService.Rds) => Of(facts, "postgres", PostgreSqlPort),
        (DatabaseEngine.MySql, RelationalService.Rds) => Of(facts, "mysql", MySqlPort),
        (DatabaseEngine.PostgreSql, RelationalService.Aurora) => Of(facts, "aurora-postgresql", PostgreSqlPort),
        (DatabaseEngine.MySql, RelationalService.Aurora) => Of(facts, "aurora-mysql", MySqlPort),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "The database modules are written for PostgreSQL and MySQL."),
    };

    private static RdsEngine Of(AwsFacts facts, string name, int port) => new(name, facts.EngineVersions[name].Version, facts.EngineVersions[name].ParameterFamily, port);
}
