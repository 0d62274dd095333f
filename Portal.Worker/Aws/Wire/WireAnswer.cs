using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime.Internal.Transform;

namespace Portal.Worker.Aws.Wire;

/// <summary>An answer being read. XML has no document type: the other side may not be AWS.</summary>
public sealed class WireAnswer
{
    private readonly XmlUnmarshallerContext context;

    internal WireAnswer(XmlUnmarshallerContext context) => this.context = context;

    internal IWebResponseData Response => context.ResponseData;

    /// <summary>The answer's root, or its element <paramref name="wrapper"/>.</summary>
    public XElement Xml(string? wrapper)
    {
        var root = Parse(Bytes());
        return wrapper is null ? root
            : root.Elements().FirstOrDefault(element => element.Name.LocalName == wrapper) ?? throw new XmlException($"no {wrapper} in the answer");
    }

    public T Json<T>()
        where T : new() =>
        Bytes() is { Length: > 0 } body ? JsonSerializer.Deserialize<T>(body, WireJson.Options) ?? new T() : new T();

    public T? Header<T>(string name, Func<XElement, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Response.IsHeaderPresent(name) ? read(new XElement("header", Response.GetHeaderValue(name))) : default;
    }

    /// <summary>The body's content with what stands in headers.</summary>
    public T With<T>(T body, Action<T, WireAnswer> complete)
    {
        ArgumentNullException.ThrowIfNull(complete);
        complete(body, this);
        return body;
    }

    internal byte[] Bytes()
    {
        using var body = new MemoryStream();
        context.Stream.CopyTo(body);
        return body.ToArray();
    }

    internal static XElement Parse(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
