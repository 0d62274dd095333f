using Portal.Data.Identity;
using Portal.Domain.Identity;

namespace Portal.Web.Identity;

/// <summary>One's own API tokens: they carry their user's rights and never more.</summary>
public sealed class TokenService(TokenStore tokens)
{
    /// <summary>A new token; this is the only time that it is readable.</summary>
    public Task<string> IssueAsync(Actor actor, CancellationToken cancellationToken) => tokens.IssueAsync(actor.UserName, cancellationToken);

    public Task<IReadOnlyList<TokenView>> ListAsync(Actor actor, CancellationToken cancellationToken) => tokens.OfAsync(actor.UserName, cancellationToken);

    /// <summary>False where the actor has no such token.</summary>
    public Task<bool> RevokeAsync(Actor actor, string id, CancellationToken cancellationToken) => tokens.RevokeAsync(actor.UserName, id, cancellationToken);
}
