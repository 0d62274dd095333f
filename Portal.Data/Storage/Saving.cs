using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Storage;

/// <summary>Saves what may lose a race.</summary>
internal static class Saving
{
    /// <summary>False where somebody else was faster: a row has changed since it was read, or a unique value is taken. Then nothing is written.</summary>
    public static async Task<bool> TrySaveAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return false;
        }
    }
}
