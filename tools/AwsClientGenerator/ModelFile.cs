using System.Text.Json.Serialization;

namespace Portal.AwsClientGenerator;

/// <summary>A trimmed service model as it lies in <c>Models/</c>.</summary>
internal sealed record ModelFile(ModelMetadata Metadata, SortedDictionary<string, ModelOperation> Operations, Dictionary<string, ModelShape> Shapes);

internal sealed record ModelMetadata(
    string ApiVersion, string EndpointPrefix, string Protocol, string ServiceId, string? SigningName, string? JsonVersion, string? TargetPrefix,
    object? AwsQueryCompatible);

internal sealed record ModelOperation(ModelHttp Http, ModelShape? Input, ModelShape? Output, ModelPages? Pages, ModelEndpoint? Endpoint);

internal sealed record ModelHttp(string Method, string RequestUri);

internal sealed record ModelEndpoint(string? HostPrefix);

internal sealed record ModelPages([property: JsonPropertyName("input_token")] object InputToken, [property: JsonPropertyName("output_token")] object OutputToken);

internal sealed record ModelNamespace(string Uri);

/// <summary>A shape, or a reference to one with traits of its own laid over it.</summary>
internal sealed record ModelShape
{
    public string? Shape { get; init; }

    public string? Type { get; init; }

    public IReadOnlyDictionary<string, ModelShape>? Members { get; init; }

    public ModelShape? Member { get; init; }

    public ModelShape? Key { get; init; }

    public ModelShape? Value { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    public string? Location { get; init; }

    public string? LocationName { get; init; }

    public string? QueryName { get; init; }

    public string? Payload { get; init; }

    public string? ResultWrapper { get; init; }

    public string? TimestampFormat { get; init; }

    public ModelNamespace? XmlNamespace { get; init; }

    public bool Flattened { get; init; }

    public bool Streaming { get; init; }

    public bool Eventstream { get; init; }

    public bool Document { get; init; }

    public bool XmlAttribute { get; init; }
}
