using Amazon.Runtime.Internal;

namespace Portal.Worker.Aws.Wire;

/// <summary>What the transport must know of a service; generated from Amazon's model.</summary>
public sealed record ServiceDescription(string ServiceId, string ApiVersion, string EndpointPrefix) : IServiceMetadata
{
    public required string SigningName { get; init; }

    public bool IsJson { get; init; }

    public string? JsonVersion { get; init; }

    public string? TargetPrefix { get; init; }

    /// <summary>It spoke Query before and gives its old error codes to those who ask.</summary>
    public bool WasQuery { get; init; }

    /// <summary>The signing region of a service with one home for the partition; null for a regional one.</summary>
    public string? GlobalRegion { get; init; }

    public bool RegionInHost { get; init; } = true;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
