namespace Portal.AwsClientGenerator;

/// <summary>The client: one field and one method for each operation, and its pages where a plain token turns them.</summary>
internal sealed class ClientClass(ServiceModel model, SourceText source)
{
    private string Name => model.Entry.Name + "Client";

    public void Write()
    {
        source.Block($"public sealed class {Name}(AWSCredentials? credentials, WireConfig config) : WireClient(Service, credentials, config)", () =>
        {
            Service();
            foreach (var (name, operation) in model.Operations)
            {
                source.Line();
                Operation(name, operation);
            }
        });
        source.Line();
    }

    private void Service()
    {
        var meta = model.Metadata;
        source.Line($"public static ServiceDescription Service {{ get; }} = new({CSharp.Literal(meta.ServiceId)}, {CSharp.Literal(meta.ApiVersion)}, {CSharp.Literal(meta.EndpointPrefix)})");
        source.Line("{");
        source.Line($"    SigningName = {CSharp.Literal(meta.SigningName ?? meta.EndpointPrefix)},");
        if (model.IsJson)
            source.Line("    IsJson = true,");
        if (model.Protocol is Protocol.Json)
            source.Line($"    JsonVersion = {CSharp.Literal(meta.JsonVersion ?? "1.0")}, TargetPrefix = {CSharp.Literal(meta.TargetPrefix!)},");
        if (model.Protocol is Protocol.Json && meta.AwsQueryCompatible is not null)
            source.Line("    WasQuery = true,");
        if (model.Entry.Global is { } global)
            source.Line($"    GlobalRegion = {CSharp.Literal(global)}, RegionInHost = {(model.Entry.NoRegionInHost ? "false" : "true")},");
        source.Line("};");
    }

    private void Operation(string name, ModelOperation operation)
    {
        if (operation.Endpoint?.HostPrefix is not null)
            throw new NotSupportedException($"{name} has a host of its own");
        var types = $"{name}Request, {name}Response";
        source.Block($"private static readonly Operation<{types}> {name}Operation = new({CSharp.Literal(name)}, {CSharp.Literal(operation.Http.Method)}, {CSharp.Literal(operation.Http.RequestUri)})", () =>
        {
            var writer = new RequestCode(model, source);
            source.Line($"Write = static (v, wire) => {writer.Call(name, operation)},");
            source.Line($"Read = static answer => {Read(name, operation)},");
        }, "};");
        source.Line();
        source.Line($"public Task<{name}Response> {name}Async({name}Request request, CancellationToken cancellationToken = default) =>");
        source.Line($"    CallAsync({name}Operation, request, cancellationToken);");
        Pages(name, operation);
    }

    private string Read(string name, ModelOperation operation)
    {
        if (operation.Output is null)
            return "new()";
        var shape = model.Resolve(operation.Output);
        var read = (model.IsJson, shape.Payload) switch
        {
            (true, null) => $"answer.Json<{name}Response>()",
            (false, null) => $"Codec.Read{name}Response(answer.Xml({(shape.ResultWrapper is { } wrapper ? CSharp.Literal(wrapper) : "null")}))",
            var (json, payload) => Payload(name, payload, json, model.Members(shape).Single(member => member.Name == payload).Shape),
        };
        var headers = model.Members(shape).Where(member => member.Shape.Location == "header").ToList();
        if (headers.Count == 0)
            return read;
        var reader = new XmlReaderCode(model, source);
        return $"answer.With({read}, static (r, a) => {{ {string.Join(" ", headers.Select(header =>
            $"r.{CSharp.Property(header.Name, name + "Response")} = a.Header({CSharp.Literal(header.Shape.LocationName ?? header.Name)}, static x => {reader.Nullable(header.Shape, "x")});"))} }})";
    }

    private static string Payload(string name, string payload, bool json, ModelShape shape) => shape.Type == "structure"
        ? $"new() {{ {CSharp.Property(payload, name + "Response")} = {(json ? $"answer.Json<{CSharp.StructureName(shape.Shape!)}>()" : $"Codec.Read{CSharp.StructureName(shape.Shape!)}(answer.Xml(null))")} }}"
        : throw new NotSupportedException($"{name} answers with a {shape.Type} as its whole body");

    private void Pages(string name, ModelOperation operation)
    {
        var (input, output) = (operation.Pages?.InputToken.ToString(), operation.Pages?.OutputToken.ToString());
        if (input is null || output is null || !input.All(char.IsAsciiLetterOrDigit) || !output.All(char.IsAsciiLetterOrDigit))
            return;
        source.Line();
        source.Line("/// <summary>Every page from the beginning; each goes through <paramref name=\"gate\"/> where one is given.</summary>");
        source.Line($"public IAsyncEnumerable<{name}Response> {name}PagesAsync({name}Request request, WireGate<{name}Response>? gate = null, CancellationToken cancellationToken = default) =>");
        source.Line($"    PagesAsync({name}Operation, request, static (r, token) => r.{CSharp.Property(input, name + "Request")} = token, static page => page.{CSharp.Property(output, name + "Response")}, gate, cancellationToken);");
    }
}
