using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing;

/// <summary>How RDS names an engine, and the version that new databases get.</summary>
/// <remarks>Versions: https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html and MySQL's beside it.</remarks>
internal sealed record RdsEngine(string Name, string Version, string ParameterFamily, int Port)
{
    // Ports beside the usual ones: scanners look at those first.
    private static readonly RdsEngine PostgreSql = new("postgres", "17.6", "postgres17", 5433);
    private static readonly RdsEngine MySql = new("mysql", "8.4.6", "mysql8.4", 3307);

    public static RdsEngine Of(DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.PostgreSql => PostgreSql,
        DatabaseEngine.MySql => MySql,
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "RDS modules are written for PostgreSQL and MySQL."),
    };
}
