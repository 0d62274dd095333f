using Portal.Data.Deployments;
using Portal.Domain.Accounts;
using Portal.Worker.Aws;

namespace Portal.Worker.Accounts;

/// <summary>Where the portal looks after things: the regions most asked for, and wherever an environment is.</summary>
internal sealed class TargetRegions(TargetStore targets)
{
    private static readonly string[] Main = ["eu-central-1", "eu-west-1", "us-east-1"];

    public async Task<IReadOnlyList<AwsTarget>> AllAsync(CancellationToken cancellationToken)
    {
        var used = await targets.UsedAsync(cancellationToken);
        return [.. Main.Select(region => new AwsTarget(AccountRule.Home, region)).Union(used.Select(t => new AwsTarget(t.Account, t.Region)))];
    }
}
