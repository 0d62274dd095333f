using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Portal.Worker.Aws.Wire;

/// <summary>Prefix, region, suffix; a few services have one home for the whole partition.</summary>
internal sealed class WireEndpoints(WireConfig config) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var service = config.Service;
        if (!string.IsNullOrEmpty(config.ServiceURL))
            return new Endpoint(config.ServiceURL);
        var region = config.RegionEndpoint ?? throw new AmazonClientException($"No region for {service.ServiceId}");
        if (service.GlobalRegion is { } home && region.PartitionName == "aws")
            return new Endpoint($"https://{service.EndpointPrefix}{(service.RegionInHost ? "." + home : "")}.amazonaws.com");
        return new Endpoint($"https://{service.EndpointPrefix}.{region.SystemName}.{region.PartitionDnsSuffix}");
    }
}

internal sealed class WireEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) => InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = (WireConfig)requestContext.ClientConfig;
        if (config.Service.GlobalRegion is { } home && string.IsNullOrEmpty(config.AuthenticationRegion))
            requestContext.Request.AuthenticationRegion = home;
        return new EndpointParameters();
    }
}
