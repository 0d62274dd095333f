namespace Portal.AwsClientGenerator;

internal enum Protocol
{
    Query,
    Ec2,
    Json,
    RestXml,
    RestJson,
}

/// <summary>A service model with its references resolved.</summary>
internal sealed class ServiceModel(ModelFile file, ManifestEntry entry)
{
    public ModelMetadata Metadata => file.Metadata;

    public ManifestEntry Entry => entry;

    public Protocol Protocol { get; } = (entry.Protocol ?? file.Metadata.Protocol) switch
    {
        "query" => Protocol.Query,
        "ec2" => Protocol.Ec2,
        "json" => Protocol.Json,
        "rest-xml" => Protocol.RestXml,
        "rest-json" => Protocol.RestJson,
        var other => throw new NotSupportedException($"{file.Metadata.ServiceId} speaks {other}; the manifest may choose another of its protocols"),
    };

    public bool IsJson => Protocol is Protocol.Json or Protocol.RestJson;

    public IEnumerable<(string Name, ModelOperation Operation)> Operations => file.Operations.Select(pair => (pair.Key, pair.Value));

    /// <summary>The shape a reference means: the reference's own traits win over the shape's.</summary>
    public ModelShape Resolve(ModelShape reference)
    {
        var shape = file.Shapes[reference.Shape ?? throw new InvalidDataException("a reference names its shape")];
        if (reference.Eventstream || shape.Eventstream || reference.Streaming || shape.Streaming || shape.Document || reference.XmlAttribute || reference.Location == "headers")
            throw new NotSupportedException($"{file.Metadata.ServiceId}: {reference.Shape} uses a trait this generator does not know");
        return shape with
        {
            Shape = reference.Shape,
            Location = reference.Location ?? shape.Location,
            LocationName = reference.LocationName ?? shape.LocationName,
            QueryName = reference.QueryName ?? shape.QueryName,
            XmlNamespace = reference.XmlNamespace ?? shape.XmlNamespace,
            ResultWrapper = reference.ResultWrapper ?? shape.ResultWrapper,
            TimestampFormat = reference.TimestampFormat ?? shape.TimestampFormat,
            Flattened = reference.Flattened || shape.Flattened,
        };
    }

    public IEnumerable<(string Name, ModelShape Shape)> Members(ModelShape structure) =>
        (structure.Members ?? new Dictionary<string, ModelShape>()).Select(pair => (pair.Key, Resolve(pair.Value)));

    /// <summary>All structures below the given ones, by name, sorted; the given ones only where something refers to them.</summary>
    public IReadOnlyList<(string Name, ModelShape Shape)> Below(IEnumerable<ModelShape> roots, string type = "structure")
    {
        var found = new SortedDictionary<string, ModelShape>(StringComparer.Ordinal);
        var seen = new HashSet<string>();
        foreach (var root in roots)
            foreach (var child in Children(root))
                Visit(child, found, seen, type);
        return [.. found.Select(pair => (pair.Key, pair.Value))];
    }

    private void Visit(ModelShape shape, SortedDictionary<string, ModelShape> found, HashSet<string> seen, string type)
    {
        if (!seen.Add(shape.Shape!))
            return;
        if (type == "enum" ? shape.Enum is not null : shape.Type == type)
            found[shape.Shape!] = shape;
        foreach (var child in Children(shape))
            Visit(child, found, seen, type);
    }

    private IEnumerable<ModelShape> Children(ModelShape shape)
    {
        foreach (var (_, member) in Members(shape))
            yield return member;
        foreach (var part in new[] { shape.Member, shape.Key, shape.Value })
            if (part is not null)
                yield return Resolve(part);
    }
}
