using System.Collections.Concurrent;
using Portal.Worker.Aws.CloudFormation;
using Portal.Worker.Aws.Generated.CloudFormation;
using Portal.Worker.Aws.Generated.SecurityToken;
using Portal.Worker.Aws.Generated.SystemsManager;
using Portal.Worker.Aws.Limits;

namespace Portal.Worker.Aws;

/// <summary>The AWS APIs of each target. One per process: sessions, connections and limits are shared by all who ask for the same target.</summary>
public sealed class AwsClients : IDisposable
{
    private readonly AwsSettings settings;
    private readonly TimeProvider time;
    private readonly AwsConnection connection;
    private readonly Lazy<SecurityTokenClient> sts;
    private readonly ConcurrentDictionary<string, Lazy<TargetCredentials>> accounts = new();
    private readonly ConcurrentDictionary<AwsTarget, Lazy<Wires>> targets = new();

    public AwsClients(AwsSettings settings, TimeProvider time)
    {
        (this.settings, this.time) = (settings, time);
        connection = new AwsConnection(settings);
        sts = new(() => new SecurityTokenClient(connection.Own(), connection.Config(SecurityTokenClient.Service, settings.HomeRegion)));
    }

    /// <param name="target">Where to act.</param>
    /// <param name="flow">For whom, usually the team: among those who wait for the target's limit, flows take turns.</param>
    public AwsTargetClients For(AwsTarget target, string flow = "")
    {
        var wires = targets.GetOrAdd(target, key => new(() => Connect(key))).Value;
        var caller = new AwsCaller(wires.Limiter, wires.Credentials, flow);
        return new AwsTargetClients(target, new(wires.CloudFormation, caller), new(wires.SystemsManager, caller), new(wires.SecurityToken, caller));
    }

    public void Dispose()
    {
        foreach (var wires in targets.Values.Where(wires => wires.IsValueCreated))
            wires.Value.Dispose();
        foreach (var credentials in accounts.Values.Where(credentials => credentials.IsValueCreated))
            credentials.Value.Dispose();
        if (sts.IsValueCreated)
            sts.Value.Dispose();
        connection.Dispose();
    }

    private Wires Connect(AwsTarget target)
    {
        var credentials = accounts.GetOrAdd(target.Account, account => new(() => new TargetCredentials(account, settings, sts.Value, time))).Value;
        return new Wires(
            credentials,
            new TargetLimiter(settings.Limits, time),
            new CloudFormationClient(credentials, connection.Config(CloudFormationClient.Service, target.Region)),
            new SystemsManagerClient(credentials, connection.Config(SystemsManagerClient.Service, target.Region)),
            new SecurityTokenClient(credentials, connection.Config(SecurityTokenClient.Service, target.Region)));
    }

    private sealed record Wires(TargetCredentials Credentials, TargetLimiter Limiter, CloudFormationClient CloudFormation, SystemsManagerClient SystemsManager, SecurityTokenClient SecurityToken)
        : IDisposable
    {
        public void Dispose()
        {
            CloudFormation.Dispose();
            SystemsManager.Dispose();
            SecurityToken.Dispose();
            Limiter.Dispose();
        }
    }
}

/// <summary>One target's APIs, for one flow.</summary>
public sealed record AwsTargetClients(AwsTarget Target, CloudFormationApi CloudFormation, ImageApi Images, IdentityApi Identity);
