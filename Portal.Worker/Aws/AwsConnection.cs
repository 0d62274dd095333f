using Amazon;
using Amazon.Runtime;
using Portal.Worker.Aws.Wire;

namespace Portal.Worker.Aws;

/// <summary>From the settings: where a service is, and who the worker is before it assumes a role.</summary>
internal sealed class AwsConnection(AwsSettings settings) : IDisposable
{
    // Published with the sandbox; AWS's documentation uses the same pair as its example, so it opens nothing else.
    private static readonly BasicAWSCredentials SandboxPair = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    private static readonly string[] OwnCredentials = ["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];

    private readonly WireHttp http = new(TimeSpan.FromSeconds(settings.TimeoutSeconds), useProxy: settings.Mode == AwsMode.Aws || !settings.ServiceUrl.IsLoopback);

    public WireConfig Config(ServiceDescription service, string region)
    {
        var config = new WireConfig(service) { Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds), HttpClientFactory = http };
        if (settings.Mode == AwsMode.Aws)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        else
            (config.ServiceURL, config.AuthenticationRegion) = (settings.ServiceUrl.ToString(), region);
        return config;
    }

    /// <summary>Null leaves it to Amazon's own chain: environment, profile, web identity, container, instance.</summary>
    public AWSCredentials? Own() => UsesSandboxPair() ? SandboxPair : null;

    public void Dispose() => http.Dispose();

    private bool UsesSandboxPair() => settings.Mode switch
    {
        AwsMode.Sandbox => true,
        AwsMode.Endpoint => settings.ServiceUrl.IsLoopback && OwnCredentials.All(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))),
        _ => false,
    };
}
