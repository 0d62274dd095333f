using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Portal.Worker.Aws.Wire;

/// <summary>The settings of one client of one service. Set <c>RegionEndpoint</c> for AWS, <c>ServiceURL</c> and <c>AuthenticationRegion</c> for anything else.</summary>
public sealed class WireConfig : ClientConfig
{
    private static readonly IDefaultConfiguration[] Modes =
    [
        .. new[] { DefaultConfigurationMode.Standard, DefaultConfigurationMode.InRegion, DefaultConfigurationMode.CrossRegion, DefaultConfigurationMode.Mobile }
            .Select(mode => new DefaultConfiguration { Name = mode, RetryMode = RequestRetryMode.Standard }),
    ];

    public WireConfig(ServiceDescription service)
        : base(new DefaultConfigurationProvider(Modes))
    {
        Service = service ?? throw new ArgumentNullException(nameof(service));
        ServiceId = service.ServiceId; // AWS_ENDPOINT_URL_<SERVICE_ID> is looked up by it
        AuthenticationServiceName = service.SigningName;
        RetryMode = RequestRetryMode.Standard;
        MaxErrorRetry = 1;
        EndpointProvider = new WireEndpoints(this);
    }

    public ServiceDescription Service { get; }

    public override string ServiceVersion => Service.ApiVersion;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("portal", "1.0");

    public override string RegionEndpointServiceName => Service.EndpointPrefix;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => EndpointProvider.ResolveEndpoint(new EndpointParameters());
}
