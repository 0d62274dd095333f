using Portal.Sandbox.Store;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation;

public sealed record UsedToken(string Token, string Operation, string Subject, string? Result);

/// <summary>Client tokens of an account and region: the same call again is answered with its first result, another one is refused.</summary>
public sealed class TokenBook(DurableStore store)
{
    private readonly Table<UsedToken> tokens = store.Table<UsedToken>("token");

    /// <summary>The earlier use by the same operation on the same subject; null where the token is new or absent.</summary>
    public UsedToken? Find(AwsCall call, string? token, string subject)
    {
        if (token is null || tokens.Find(call.World, token) is not { } used) return null;
        if (used.Operation != call.Operation || used.Subject != subject) throw new AwsException(400, "TokenAlreadyExistsException", $"Token [{token}] already exists for another operation");
        return used;
    }

    public void Use(AwsCall call, string? token, string subject, string? result = null)
    {
        if (token is not null) tokens.Put(call.World, token, new UsedToken(token, call.Operation, subject, result));
    }
}
