using System.Text.Json;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Portal.Worker.Aws.Wire;

/// <summary>A request being written; generated code calls what its protocol needs.</summary>
public sealed class WireRequest
{
    private readonly ServiceDescription service;
    private readonly string operation;
    private readonly IRequest request;

    internal WireRequest(ServiceDescription service, string operation, IRequest request) => (this.service, this.operation, this.request) = (service, operation, request);

    public void Query(Action<QueryBody> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        request.Parameters["Action"] = operation;
        request.Parameters["Version"] = service.ApiVersion;
        write(new QueryBody(request.Parameters));
    }

    public void Json<T>(T body)
    {
        request.Headers["X-Amz-Target"] = $"{service.TargetPrefix}.{operation}";
        if (service.WasQuery)
            request.Headers["x-amzn-query-mode"] = "true";
        Content("application/x-amz-json-" + service.JsonVersion, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Options));
    }

    public void JsonBody<T>(T body) => Content("application/json", JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Options));

    public void Xml(string root, string space, Action<XElement> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var element = new XElement(XName.Get(root, space));
        write(element);
        using var body = new MemoryStream();
        element.Save(body, SaveOptions.DisableFormatting);
        Content("application/xml", body.ToArray());
    }

    public void Path(string label, string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw new AmazonClientException($"{operation} needs {label}: it is part of the address");
        // Route 53 hands out ids as paths and takes them bare.
        if (service.EndpointPrefix == "route53")
            value = value[(value.LastIndexOf('/') + 1)..];
        if (request.ResourcePath.Contains($"{{{label}+}}", StringComparison.Ordinal))
            request.AddPathResource($"{{{label}+}}", value);
        else
            request.AddPathResource($"{{{label}}}", value);
    }

    public void Search(string name, string? value)
    {
        request.UseQueryString = true;
        if (value is not null)
            request.Parameters[name] = value;
    }

    public void Search(string name, IEnumerable<string?>? values)
    {
        request.UseQueryString = true;
        if (values is not null)
            request.ParameterCollection.Add(name, [.. values.OfType<string>()]);
    }

    public void Header(string name, string? value)
    {
        if (value is not null)
            request.Headers[name] = value;
    }

    internal void FixedSearch(string part)
    {
        var pair = part.Split('=', 2);
        request.AddSubResource(pair[0], pair.Length == 2 ? pair[1] : null);
    }

    private void Content(string type, byte[] content)
    {
        request.Headers["Content-Type"] = type;
        request.Content = content;
    }
}
