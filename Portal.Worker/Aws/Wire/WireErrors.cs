using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Portal.Worker.Aws.Wire;

/// <summary>Error answers: <c>Error/Code</c> in XML, <c>__type</c> in JSON, or a page that no AWS service wrote.</summary>
internal static class WireErrors
{
    /// <summary>The code of an error answer that says nothing readable.</summary>
    public const string Unreadable = "Unreadable";

    private static readonly string[] IdHeaders = ["x-amzn-RequestId", "x-amz-request-id"];

    public static string? RequestId(IWebResponseData response) =>
        IdHeaders.Where(response.IsHeaderPresent).Select(response.GetHeaderValue).FirstOrDefault();

    public static AmazonServiceException Read(WireAnswer answer, Exception cause, HttpStatusCode status)
    {
        var (code, message, id) = Parts(answer);
        if (answer.Header("x-amzn-query-error", static x => x.Value) is { Length: > 0 } legacy)
            code = legacy.Split(';')[0];
        return new AmazonServiceException(message ?? $"HTTP {(int)status}", cause, (int)status >= 500 ? ErrorType.Receiver : ErrorType.Sender, code ?? Unreadable, id ?? RequestId(answer.Response), status);
    }

    private static (string? Code, string? Message, string? Id) Parts(WireAnswer answer)
    {
        try
        {
            var body = answer.Bytes();
            return body.FirstOrDefault(b => b > ' ') == '{' ? FromJson(body, answer) : FromXml(WireAnswer.Parse(body));
        }
        catch (Exception unreadable) when (unreadable is IOException or System.Xml.XmlException or JsonException or HttpRequestException)
        {
            return (answer.Header("x-amzn-ErrorType", static x => x.Value)?.Split(':')[0], null, null);
        }
    }

    private static (string?, string?, string?) FromXml(XElement root)
    {
        string? Text(string name) => root.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        return (Text("Code"), Text("Message"), Text("RequestId") ?? Text("RequestID"));
    }

    private static (string?, string?, string?) FromJson(byte[] body, WireAnswer answer)
    {
        using var document = JsonDocument.Parse(body);
        string? Text(string name) => document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var type = Text("__type") ?? Text("code") ?? answer.Header("x-amzn-ErrorType", static x => x.Value);
        return (type?.Split(':')[0].Split('#')[^1], Text("message") ?? Text("Message"), null);
    }
}
