using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Storage;

/// <summary>Brings the database up to date; several processes may do so at once.</summary>
public sealed class Migrator(Func<PortalDb> open, DatabaseSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(cancellationToken))
        {
            return;
        }

        using var turn = await TurnAsync(cancellationToken);
        await using var db = open();
        if (turn is not null)
        {
            await ForgetDeadMigratorAsync(db, cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Whether the database answers and knows every migration of this program.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
        try
        {
            return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        catch (DbException)
        {
            return false;
        }
    }

    /// <summary>
    /// EF Core's lock on SQLite is a row that outlives a killed process, and the next one would wait for it for ever. So on SQLite the turn is a lock
    /// on a file beside the database, which ends with its process; whoever has it knows that such a row means nothing. PostgreSQL's lock needs no help.
    /// </summary>
    private async Task<FileStream?> TurnAsync(CancellationToken cancellationToken)
    {
        if (settings.Provider != DatabaseProvider.Sqlite)
        {
            return null;
        }

        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource) + ".migrating";
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Again, clock, cancellationToken);
            }
        }
    }

    private static async Task ForgetDeadMigratorAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var locks = await db.Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'""").SingleAsync(cancellationToken);
        if (locks > 0)
        {
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, cancellationToken);
        }
    }
}
