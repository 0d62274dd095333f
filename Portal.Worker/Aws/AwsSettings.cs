using Portal.Worker.Aws.Limits;

namespace Portal.Worker.Aws;

/// <summary>Which AWS the worker talks to.</summary>
public enum AwsMode
{
    /// <summary>The simulated AWS on this machine, with its published key pair.</summary>
    Sandbox,

    /// <summary>One URL for all services; on loopback and without credentials of the process the sandbox's key pair.</summary>
    Endpoint,

    /// <summary>AWS, with the standard credential chain.</summary>
    Aws,
}

/// <summary>The section <c>Aws</c> of the configuration (<c>Aws__Mode</c>, <c>Aws__ServiceUrl</c>, …).</summary>
public sealed record AwsSettings
{
    public AwsMode Mode { get; init; } = AwsMode.Sandbox;

    /// <summary>All services answer here; not used with <see cref="AwsMode.Aws"/>.</summary>
    public Uri ServiceUrl { get; init; } = new("http://127.0.0.1:4566");

    /// <summary>Where roles are assumed: the regional STS of this region.</summary>
    public string HomeRegion { get; init; } = "eu-central-1";

    /// <summary>The role to assume in each target account.</summary>
    public string RoleName { get; init; } = "portal-deployer";

    /// <summary>What the target account's trail shows as the session's name.</summary>
    public string SessionName { get; init; } = "portal-worker";

    /// <summary>Life of an assumed session; a role assumed by a role gives at most an hour.</summary>
    public int SessionSeconds { get; init; } = 3600;

    /// <summary>External id by account; <c>portal-{account}</c> where none is given, so that no two accounts share one.</summary>
    public IReadOnlyDictionary<string, string> ExternalIds { get; init; } = new Dictionary<string, string>();

    /// <summary>A call without an answer by then is ambiguous.</summary>
    public double TimeoutSeconds { get; init; } = 30;

    public LimitSettings Limits { get; init; } = new();

    public string ExternalIdOf(string account) => ExternalIds.TryGetValue(account, out var id) ? id : $"portal-{account}";

    /// <summary>Throws where the settings contradict each other.</summary>
    public AwsSettings Checked()
    {
        if (Mode == AwsMode.Sandbox && !ServiceUrl.IsLoopback)
            throw new InvalidOperationException($"Aws:Mode=sandbox is for this machine only, but Aws:ServiceUrl is {ServiceUrl}");
        if (SessionSeconds is < 900 or > 43_200)
            throw new InvalidOperationException($"Aws:SessionSeconds is {SessionSeconds}; AWS takes 900 to 43200");
        if (TimeoutSeconds <= 0)
            throw new InvalidOperationException($"Aws:TimeoutSeconds is {TimeoutSeconds}");
        Limits.Check();
        return this;
    }
}
