using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Planning;

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
}
