using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

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
            "postgresql" => new(DatabaseProvider.PostgreSql, connection ?? throw new InvalidOperationException("Database__Provider=postgresql needs ConnectionStrings__Portal.")),
            _ => throw new InvalidOperationException($"Database__Provider is {provider}; it may be sqlite or postgresql."),
        };
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
