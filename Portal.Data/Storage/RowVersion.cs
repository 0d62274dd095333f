using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Portal.Data.Storage;

/// <summary>A row that two writers may want at once: the second one loses with a <see cref="DbUpdateConcurrencyException"/>.</summary>
public interface IVersioned
{
    int Version { get; set; }
}

internal static class RowVersion
{
    public static void Advance(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
        {
            entry.Entity.Version++;
        }
    }
}
