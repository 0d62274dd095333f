using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Planning.Document;

namespace Portal.Data.Identity;

/// <summary>API tokens: made once, shown once, looked up by hash.</summary>
public sealed class TokenStore(Func<PortalDb> open, TimeProvider clock)
{
    private const string Prefix = "portal_";

    /// <summary>A new token with the user's rights; the only time it is readable.</summary>
    public async Task<string> IssueAsync(string userName, CancellationToken cancellationToken)
    {
        var token = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var db = open();
        db.Add(new ApiTokenRow { Hash = Digest.Hex(token), UserName = userName, CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>Whose token it is, or null where it is unknown or revoked.</summary>
    public async Task<string?> UserOfAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Digest.Hex(token);
        await using var db = open();
        return await db.Set<ApiTokenRow>().Where(t => t.Hash == hash && t.RevokedAt == null).Select(t => t.UserName).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The user's tokens that still count, newest first.</summary>
    public async Task<IReadOnlyList<TokenView>> OfAsync(string userName, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<ApiTokenRow>().Where(t => t.UserName == userName && t.RevokedAt == null).OrderByDescending(t => t.CreatedAt).Select(t => new TokenView(t.Hash, t.CreatedAt)).ToListAsync(cancellationToken);
    }

    /// <summary>From now on the token is unknown. False where the user has no such token.</summary>
    public async Task<bool> RevokeAsync(string userName, string id, CancellationToken cancellationToken)
    {
        await using var db = open();
        var now = clock.GetUtcNow();
        return await db.Set<ApiTokenRow>().Where(t => t.Hash == id && t.UserName == userName && t.RevokedAt == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), cancellationToken) == 1;
    }
}

/// <summary>A token as its user sees it later.</summary>
/// <param name="Id">Names it; not the token.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record TokenView(string Id, DateTimeOffset CreatedAt);
