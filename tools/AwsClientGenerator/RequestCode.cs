namespace Portal.AwsClientGenerator;

/// <summary>The code that puts a request on the wire; the body by query parameters, XML or JSON.</summary>
internal sealed class RequestCode(ServiceModel model, SourceText source)
{
    private bool Ec2 => model.Protocol is Protocol.Ec2;

    /// <summary>The expression that writes a whole request <c>v</c> to <c>wire</c>.</summary>
    public string Call(string name, ModelOperation operation)
    {
        var input = operation.Input is null ? null : model.Resolve(operation.Input);
        return model.Protocol switch
        {
            Protocol.Query or Protocol.Ec2 => $"wire.Query(w => {{ {(input is null ? "" : $"Codec.Write{name}Request(v, w, \"\");")} }})",
            Protocol.Json => "wire.Json(v)",
            _ => $"{{ {string.Join(" ", Located(name + "Request", input).Concat(Body(name, input)))} }}",
        };
    }

    private IEnumerable<string> Located(string className, ModelShape? input) =>
        from member in input is null ? [] : model.Members(input)
        let property = "v." + CSharp.Property(member.Name, className)
        let name = CSharp.Literal(member.Shape.LocationName ?? member.Name)
        where member.Shape.Location is not null
        select (member.Shape.Location, member.Shape.Type) switch
        {
            ("uri", _) => $"wire.Path({name}, {Given(member.Shape, property, "iso8601")});",
            ("querystring", "list") => $"wire.Search({name}, {property}?.Select(x => {Text(model.Resolve(member.Shape.Member!), "x", "iso8601")}));",
            ("querystring", "map" or "structure") => throw new NotSupportedException($"{className}.{member.Name}: a {member.Shape.Type} in the query string"),
            ("querystring", _) => $"wire.Search({name}, {Given(member.Shape, property, "iso8601")});",
            ("header", _) => $"wire.Header({name}, {Given(member.Shape, property, "rfc822")});",
            var (location, _) => throw new NotSupportedException($"{className}.{member.Name} lies in {location}"),
        };

    private IEnumerable<string> Body(string name, ModelShape? input)
    {
        if (input is null)
            return [];
        var body = model.Members(input).Where(member => member.Shape.Location is null).ToList();
        if (body.Count == 0)
            return [];
        if (input.Payload is not null)
        {
            var payload = body.Single(member => member.Name == input.Payload);
            var property = $"v.{CSharp.Property(payload.Name, name + "Request")}";
            return payload.Shape.Type != "structure" ? throw new NotSupportedException($"{name} sends a {payload.Shape.Type} as its whole body")
                : model.IsJson ? [$"if ({property} is {{ }} body) wire.JsonBody(body);"]
                : [$"if ({property} is {{ }} body) wire.Xml({Root(payload.Shape)}, e => Codec.Write{CSharp.StructureName(payload.Shape.Shape!)}(body, e));"];
        }
        return model.IsJson ? ["wire.JsonBody(v);"] : [$"wire.Xml({Root(input)}, e => Codec.Write{name}Request(v, e));"];
    }

    private static string Root(ModelShape shape) =>
        $"{CSharp.Literal(shape.LocationName ?? shape.Shape!)}, {(shape.XmlNamespace is { } space ? CSharp.Literal(space.Uri) : "\"\"")}";

    public void Method(string className, ModelShape shape)
    {
        var xml = model.Protocol is Protocol.RestXml;
        source.Block($"internal static void Write{className}({className} v, {(xml ? "XElement e" : "QueryBody w, string p")})", () =>
        {
            foreach (var (name, member) in model.Members(shape).Where(m => m.Shape.Location is null && m.Name != shape.Payload))
                source.Line(xml ? XmlMember(name, member, "v." + CSharp.Property(name, className)) : QueryMember(name, member, "v." + CSharp.Property(name, className)));
        });
        source.Line();
    }

    private string QueryMember(string name, ModelShape shape, string value)
    {
        var key = Ec2 ? shape.QueryName ?? (shape.LocationName is { } location ? CSharp.Capitalised(location) : name) : shape.LocationName ?? name;
        if (shape is { Type: "list", Flattened: true } && !Ec2 && model.Resolve(shape.Member!).LocationName is { } item)
            return $"if ({value} is {{ }} m{name}) {Query(shape, $"m{name}", $"p + {CSharp.Literal(key)}", $"p + {CSharp.Literal(item)}")};";
        return $"if ({value} is {{ }} m{name}) {Query(shape, $"m{name}", $"p + {CSharp.Literal(key)}")};";
    }

    private string Query(ModelShape shape, string value, string key, string? flatKey = null, int depth = 0)
    {
        var (k, x) = ($"k{depth}", $"x{depth}");
        switch (shape.Type)
        {
            case "structure":
                return $"Write{CSharp.StructureName(shape.Shape!)}({value}, w, {key} + \".\")";
            case "list":
                var item = model.Resolve(shape.Member!);
                var itemKey = flatKey ?? (Ec2 || shape.Flattened ? key : $"{key} + {CSharp.Literal("." + (item.LocationName ?? "member"))}");
                return $"w.Items({key}, {itemKey}, {value}, {(Ec2 ? "false" : "true")}, ({k}, {x}) => {Query(item, x, k, null, depth + 1)})";
            case "map":
                var (entry, content) = (model.Resolve(shape.Key!), model.Resolve(shape.Value!));
                var entries = shape.Flattened ? key : $"{key} + \".entry\"";
                return $"w.Entries({key}, {entries}, {value}, {CSharp.Literal(entry.LocationName ?? "key")}, {CSharp.Literal(content.LocationName ?? "value")}, ({k}, {x}) => {Query(content, x, k, null, depth + 1)})";
            default:
                return $"w.Add({key}, {Text(shape, value, "iso8601")})";
        }
    }

    private string XmlMember(string name, ModelShape shape, string value) =>
        $"if ({value} is {{ }} m{name}) {Xml(shape, $"m{name}", "e", CSharp.Literal(shape.LocationName ?? name), 0)};";

    private string Xml(ModelShape shape, string value, string parent, string name, int depth)
    {
        var (e, x) = ($"e{depth}", $"x{depth}");
        switch (shape.Type)
        {
            case "structure":
                return $"XmlBody.Child({parent}, {name}, {e} => Write{CSharp.StructureName(shape.Shape!)}({value}, {e}))";
            case "list" when shape.Flattened:
                return $"XmlBody.Each({parent}, {value}, ({e}, {x}) => {Xml(model.Resolve(shape.Member!), x, e, name, depth + 1)})";
            case "list":
                var item = model.Resolve(shape.Member!);
                return $"XmlBody.Child({parent}, {name}, {e}l => XmlBody.Each({e}l, {value}, ({e}, {x}) => {Xml(item, x, e, CSharp.Literal(item.LocationName ?? "member"), depth + 1)}))";
            case "map":
                throw new NotSupportedException($"{shape.Shape}: a map in an XML body");
            default:
                return $"XmlBody.Text({parent}, {name}, {Text(shape, value, "iso8601")})";
        }
    }

    private static string Given(ModelShape shape, string value, string timestamp) => $"{value} is {{ }} m{value[2..]} ? {Text(shape, "m" + value[2..], timestamp)} : null";

    private static string Text(ModelShape shape, string value, string timestamp) => shape.Type switch
    {
        "timestamp" => $"WireText.Time({value}, {CSharp.Literal(shape.TimestampFormat ?? timestamp)})",
        _ => $"WireText.Of({value})",
    };
}
