using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Identity;

namespace Portal.Data.Identity;

/// <summary>People of an identity provider: written when they sign in, read on each command and before each deployment.</summary>
public sealed class PersonStore(Func<PortalDb> open, TimeProvider clock)
{
    public async Task<Actor?> FindAsync(string userName, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<PersonRow>().AsNoTracking().SingleOrDefaultAsync(p => p.UserName == userName, cancellationToken) is { } row ? Of(row) : null;
    }

    /// <summary>From now on these are the person's rights.</summary>
    public async Task PutAsync(Actor person, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(person, cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // The same person signed in twice at once: now there is a row to update.
            await WriteAsync(person, cancellationToken);
        }
    }

    private async Task WriteAsync(Actor person, CancellationToken cancellationToken)
    {
        await using var db = open();
        var row = await db.Set<PersonRow>().SingleOrDefaultAsync(p => p.UserName == person.UserName, cancellationToken);
        if (row is null)
        {
            db.Add(row = new PersonRow { UserName = person.UserName });
        }

        row.DisplayName = person.DisplayName;
        row.Roles = Json.Of(person.Roles.Order());
        row.Teams = Json.Of(person.Teams.Order(StringComparer.Ordinal));
        row.SignedInAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Actor Of(PersonRow row) => new()
    {
        UserName = row.UserName,
        DisplayName = row.DisplayName,
        Roles = Json.Read<HashSet<Role>>(row.Roles),
        Teams = new HashSet<string>(Json.Read<string[]>(row.Teams), StringComparer.Ordinal),
    };
}
