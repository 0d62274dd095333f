using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using System.Xml.Linq;

namespace Portal.Tests.Worker.Aws;

/// <summary>Compares a request on the wire with the judge's, by meaning: parameters as a set, JSON and XML as trees.</summary>
internal static class WireComparison
{
    public static IEnumerable<string> Differences(JsonElement expected, CapturingHttp actual)
    {
        var request = actual.Request!;
        var uri = request.RequestUri!;
        return Same("method", expected.GetProperty("method").GetString(), request.Method.Method)
            .Concat(Same("path", WebUtility.UrlDecode(expected.GetProperty("path").GetString()!.Split('?')[0].Replace("+", "%2B")), Uri.UnescapeDataString(uri.AbsolutePath)))
            .Concat(Same("search", Search(expected), Parameters(uri.Query)))
            .Concat(expected.GetProperty("headers").EnumerateObject().SelectMany(header => Same(header.Name, Plain(header.Value.GetString()), Plain(Header(request, header.Name)))))
            .Concat(Body(expected.GetProperty("body"), actual.Body));
    }

    private static IEnumerable<string> Body(JsonElement expected, string actual)
    {
        if (expected.ValueKind == JsonValueKind.Object)
            return Same("body", string.Join('\n', expected.EnumerateObject().Select(pair => $"{pair.Name}={pair.Value.GetString()}").Order(StringComparer.Ordinal)), Parameters(actual));
        var text = expected.GetString()!;
        if (text.StartsWith('{'))
            return JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(actual)) ? [] : [$"body: {actual}\n  expected {text}"];
        if (text.StartsWith('<'))
            return Same("body", Canonical(XElement.Parse(text)), Canonical(XElement.Parse(actual)));
        return Same("body", text, actual);
    }

    private static string Search(JsonElement expected)
    {
        var fixedPart = expected.GetProperty("path").GetString()!.Split('?', 2) is [_, var query] ? Parameters(query).Split('\n') : [];
        var pairs = expected.GetProperty("search").EnumerateObject().SelectMany(pair => pair.Value.EnumerateArray().Select(value => $"{pair.Name}={value.GetString()}"));
        return string.Join('\n', fixedPart.Concat(pairs).Order(StringComparer.Ordinal));
    }

    private static string Parameters(string query)
    {
        var parsed = HttpUtility.ParseQueryString(query);
        return string.Join('\n', parsed.AllKeys.SelectMany(key => parsed.GetValues(key)!.Select(value => $"{key}={value}")).Order(StringComparer.Ordinal));
    }

    private static string Canonical(XElement element) =>
        element.HasElements
            ? $"<{element.Name}>{string.Concat(element.Elements().Select(Canonical).Order(StringComparer.Ordinal))}</{element.Name}>"
            : $"<{element.Name}>{element.Value}</{element.Name}>";

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) || request.Content?.Headers.TryGetValues(name, out values) == true ? string.Join(",", values!) : null;

    private static string? Plain(string? header) => header?.Split(';')[0];

    private static IEnumerable<string> Same(string what, string? expected, string? actual) => expected == actual ? [] : [$"{what}: {actual}\n  expected {expected}"];
}
