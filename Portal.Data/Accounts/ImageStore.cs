using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Accounts;

/// <summary>Image ids behind public parameters; the worker writes, approvals read.</summary>
public sealed class ImageStore(Func<PortalDb> open, TimeProvider clock)
{
    /// <summary><c>region/parameter</c> to image id, for those that are known.</summary>
    public async Task<IReadOnlyDictionary<string, string>> KnownAsync(string region, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<ImageRow>().Where(i => i.Region == region).ToDictionaryAsync(i => $"{i.Region}{i.Parameter}", i => i.ImageId, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Whether all of these were read in the region at or after <paramref name="since"/>.</summary>
    public async Task<bool> AreFreshAsync(string region, IReadOnlyCollection<string> parameters, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<ImageRow>().CountAsync(i => i.Region == region && parameters.Contains(i.Parameter) && i.ReadAt >= since, cancellationToken) == parameters.Count;
    }

    public async Task PutAsync(string region, string parameter, string imageId, CancellationToken cancellationToken)
    {
        await using var db = open();
        var row = await db.Set<ImageRow>().SingleOrDefaultAsync(i => i.Region == region && i.Parameter == parameter, cancellationToken);
        if (row is null)
        {
            db.Add(row = new ImageRow { Region = region, Parameter = parameter });
        }

        row.ImageId = imageId;
        row.ReadAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }
}
