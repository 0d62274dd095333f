using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Portal.Data.Storage;

/// <summary>Which database, and where (contract, section 6).</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    public const string FileName = "portal.db";

    /// <exception cref="InvalidOperationException">The provider is unknown, or PostgreSQL has no connection string.</exception>
    public static DatabaseSettings From(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Portal");
        var provider = configuration["Database:Provider"] ?? "sqlite";
        return provider switch
        {
            "sqlite" => new(DatabaseProvider.Sqlite, connection ?? SqliteFile(configuration["Portal:DataFolder"] ?? "./data")),
            "postgresql" => new(DatabaseProvider.PostgreSql, Postgres(connection ?? throw new InvalidOperationException("Database__Provider=postgresql needs ConnectionStrings__Portal."))),
            _ => throw new InvalidOperationException($"Database__Provider is {provider}; it may be sqlite or postgresql."),
        };
    }

    /// <summary>
    /// A process that is stopped in the middle of a transaction keeps its locks, and everybody else waits for it; the server ends such a
    /// session instead. Options that the operator has given stand.
    /// </summary>
    private static string Postgres(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        builder.Options ??= "-c idle_in_transaction_session_timeout=10s";
        return builder.ToString();
    }

    private static string SqliteFile(string folder)
    {
        Directory.CreateDirectory(folder);
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetFullPath(folder), FileName), DefaultTimeout = 30 }.ToString();
    }
}

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}
