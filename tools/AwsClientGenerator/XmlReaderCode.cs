namespace Portal.AwsClientGenerator;

/// <summary>The code that reads structures from XML answers.</summary>
internal sealed class XmlReaderCode(ServiceModel model, SourceText source)
{
    public void Method(string className, ModelShape shape)
    {
        source.Block($"internal static {className} Read{className}(XElement e) => new()", () =>
        {
            foreach (var (name, member) in model.Members(shape).Where(m => m.Shape.Location is null && m.Name != shape.Payload))
                source.Line($"{CSharp.Property(name, className)} = {Member(name, member)},");
        }, "};");
        source.Line();
    }

    private string Member(string name, ModelShape shape)
    {
        if (shape is { Type: "list", Flattened: true })
        {
            var item = model.Resolve(shape.Member!);
            return $"XmlAnswer.Flat(e, {CSharp.Literal(item.LocationName ?? shape.LocationName ?? name)}, static x => {Value(item, "x", 0)})";
        }
        if (shape is { Type: "map", Flattened: true })
            return $"XmlAnswer.FlatMap(e, {CSharp.Literal(shape.LocationName ?? name)}, {Entries(shape, 0)})";
        return $"XmlAnswer.Get(e, {CSharp.Literal(shape.LocationName ?? name)}, static x => {Nullable(shape, "x")})";
    }

    /// <summary>An absent value is null, so value types are read as nullable.</summary>
    public string Nullable(ModelShape shape, string element)
    {
        var type = CSharp.Type(model, shape);
        return type is "bool" or "int" or "long" or "float" or "double" or "DateTimeOffset" ? $"({type}?){Value(shape, element, 0)}" : Value(shape, element, 0);
    }

    private string Value(ModelShape shape, string e, int depth) => shape.Type switch
    {
        "string" => $"{e}.Value",
        "boolean" => $"XmlAnswer.AsBool({e})",
        "integer" or "short" or "byte" => $"XmlAnswer.AsInt({e})",
        "long" => $"XmlAnswer.AsLong({e})",
        "float" => $"XmlAnswer.AsFloat({e})",
        "double" => $"XmlAnswer.AsDouble({e})",
        "timestamp" => $"XmlAnswer.AsTime({e})",
        "blob" => $"XmlAnswer.AsBlob({e})",
        "structure" => $"Read{CSharp.StructureName(shape.Shape!)}({e})",
        "list" => $"XmlAnswer.Items({e}, static y{depth} => {Value(model.Resolve(shape.Member!), $"y{depth}", depth + 1)})",
        "map" => $"XmlAnswer.Map({e}, {Entries(shape, depth)})",
        _ => throw new NotSupportedException($"{shape.Shape} is a {shape.Type}"),
    };

    private string Entries(ModelShape shape, int depth)
    {
        var (key, value) = (model.Resolve(shape.Key!), model.Resolve(shape.Value!));
        return $"{CSharp.Literal(key.LocationName ?? "key")}, {CSharp.Literal(value.LocationName ?? "value")}, static y{depth} => {Value(value, $"y{depth}", depth + 1)}";
    }
}
