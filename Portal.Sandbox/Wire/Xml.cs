using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Portal.Sandbox.Wire;

/// <summary>Query-protocol answers: elements are built without a namespace and get the service's at the end.</summary>
public static class Xml
{
    public static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An element, or nothing where there is no value: AWS leaves absent members out.</summary>
    public static XElement? Value(string name, string? text) => text is null ? null : new XElement(name, Clean(text));

    public static XElement? Value(string name, DateTimeOffset? instant) => instant is { } at ? new XElement(name, Time(at)) : null;

    public static XElement? Value(string name, bool? flag) => flag is { } set ? new XElement(name, set ? "true" : "false") : null;

    public static XElement? Value(string name, int? number) => number is { } n ? new XElement(name, n) : null;

    public static XElement List<T>(string name, IEnumerable<T> items, Func<T, object?> member) =>
        new(name, items.Select(i => new XElement("member", member(i))));

    public static XElement List(string name, IEnumerable<string> items) => List(name, items, i => Clean(i));

    public static AwsReply Reply(AwsCall call, string xmlNamespace, params object?[] result)
    {
        var root = new XElement(call.Operation + "Response", new XElement(call.Operation + "Result", result),
            new XElement("ResponseMetadata", new XElement("RequestId", call.RequestId)));
        return Write(200, xmlNamespace, root);
    }

    /// <summary>For operations whose answer has no result element.</summary>
    public static AwsReply Empty(AwsCall call, string xmlNamespace) =>
        Write(200, xmlNamespace, new XElement(call.Operation + "Response", new XElement("ResponseMetadata", new XElement("RequestId", call.RequestId))));

    public static AwsReply Error(string xmlNamespace, string requestId, int status, string code, string message) =>
        Write(status, xmlNamespace, new XElement("ErrorResponse",
            new XElement("Error", new XElement("Type", status >= 500 ? "Receiver" : "Sender"), new XElement("Code", code), new XElement("Message", Clean(message))),
            new XElement("RequestId", requestId)));

    private static AwsReply Write(int status, XNamespace xmlNamespace, XElement root)
    {
        foreach (var element in root.DescendantsAndSelf()) element.Name = xmlNamespace + element.Name.LocalName;
        return new AwsReply(status, "text/xml", Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)));
    }

    /// <summary>XML 1.0 cannot carry control characters, and a template may.</summary>
    private static string Clean(string text) =>
        text.Any(c => !System.Xml.XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c))
            ? new string([.. text.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))])
            : text;
}
