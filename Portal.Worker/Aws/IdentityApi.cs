using Portal.Worker.Aws.Generated.SecurityToken;

namespace Portal.Worker.Aws;

/// <summary>Who the worker is in a target: proof that the role can be assumed there and that the region is enabled.</summary>
public sealed class IdentityApi
{
    private readonly SecurityTokenClient client;
    private readonly AwsCaller caller;

    internal IdentityApi(SecurityTokenClient client, AwsCaller caller) => (this.client, this.caller) = (client, caller);

    public async Task<CallerIdentity> WhoAmIAsync(CancellationToken cancellationToken)
    {
        var answer = await caller.ReadAsync("GetCallerIdentity", ct => client.GetCallerIdentityAsync(new(), ct), cancellationToken);
        return new CallerIdentity(answer.Account ?? "", answer.Arn ?? "");
    }
}

public sealed record CallerIdentity(string Account, string Arn);
