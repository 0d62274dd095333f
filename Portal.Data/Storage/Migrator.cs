using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Storage;

/// <summary>Brings the database up to date; two processes may do so at once (EF Core holds a lock).</summary>
public sealed class Migrator(Func<PortalDb> open)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
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
}
