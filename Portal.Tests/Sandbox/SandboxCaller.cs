using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Portal.Sandbox;
using Portal.Tests.Processes;

namespace Portal.Tests.Sandbox;

/// <summary>Keys to sign with.</summary>
public sealed record SandboxKeys(string AccessKey, string Secret, string? SessionToken = null)
{
    public static readonly SandboxKeys Root = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
}

/// <summary>An answer of the query protocol: elements are found by their local names.</summary>
public sealed record QueryReply(int Status, XElement Body)
{
    public string? this[string name] => All(name) is [var first, ..] ? first.Value : null;

    public IReadOnlyList<XElement> All(string name) => [.. Body.Descendants().Where(e => e.Name.LocalName == name)];

    public IReadOnlyList<XElement> Members(string list) => [.. All(list).Take(1).Elements().Where(e => e.Name.LocalName == "member")];

    public string? Code => this["Code"];
    public string? Message => this["Message"];
}

/// <summary>Speaks to a sandbox as an AWS client does, with a signer of its own so that a test can sign wrongly.</summary>
public sealed class SandboxCaller(string url) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient http = new() { BaseAddress = new Uri(url) };

    public SandboxKeys Keys { get; init; } = SandboxKeys.Root;
    public string Region { get; init; } = "eu-central-1";

    public static SandboxCaller Of(SandboxHost host) => new(host.Url);

    public async Task<QueryReply> AskAsync(string operation, params (string Name, string Value)[] parameters)
    {
        using var request = SignedRequest("cloudformation", operation, parameters);
        return await ReadAsync(await http.SendAsync(request));
    }

    /// <summary>As <see cref="AskAsync"/>, where a refusal fails the test.</summary>
    public async Task<QueryReply> DoAsync(string operation, params (string Name, string Value)[] parameters)
    {
        var reply = await AskAsync(operation, parameters);
        Assert.True(reply.Status == 200, $"{operation}: {reply.Status} {reply.Code} {reply.Message}");
        return reply;
    }

    public HttpRequestMessage SignedRequest(string service, string operation, (string Name, string Value)[] parameters, DateTimeOffset? at = null)
    {
        var form = string.Join('&', parameters.Prepend(("Action", operation)).Select(p => $"{Uri.EscapeDataString(p.Item1)}={Uri.EscapeDataString(p.Item2)}"));
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") };
        Sign(request, service, form, at ?? TimeProvider.System.GetUtcNow());
        return request;
    }

    public HttpRequestMessage SignedJson(string service, string target, object body)
    {
        var text = JsonSerializer.Serialize(body);
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(text, Encoding.UTF8, "application/x-amz-json-1.1") };
        request.Headers.Add("X-Amz-Target", target);
        Sign(request, service, text, TimeProvider.System.GetUtcNow());
        return request;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    public static async Task<QueryReply> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, XElement.Parse(await response.Content.ReadAsStringAsync()));

    public async Task<JsonElement> ControlAsync(string path) => await http.GetFromJsonAsync<JsonElement>("/_sandbox/" + path);

    public async Task ControlAsync(string path, object body) => (await http.PostAsJsonAsync("/_sandbox/" + path, body)).EnsureSuccessStatusCode();

    public Task<HttpResponseMessage> PostAsync(string path, object body) => http.PostAsJsonAsync("/_sandbox/" + path, body);

    public async Task ClearFaultsAsync() => (await http.DeleteAsync("/_sandbox/faults")).EnsureSuccessStatusCode();

    public async Task<string> StatusAsync(string stack) => (await DoAsync("DescribeStacks", ("StackName", stack)))["StackStatus"]!;

    public Task BecomesAsync(string stack, string status) =>
        Eventually.BeAsync(async () => await StatusAsync(stack) == status, Patience, () => $"{stack} never became {status}");

    public async Task<string> CreateAsync(string stack, string template, params (string Name, string Value)[] more) =>
        (await DoAsync("CreateStack", [("StackName", stack), ("TemplateBody", template), .. more]))["StackId"]!;

    /// <summary>Oldest first: logical id, status and reason of every event.</summary>
    public async Task<IReadOnlyList<(string LogicalId, string Status, string? Reason)>> EventsAsync(string stack) =>
        [.. (await WholeEventsAsync(stack)).Select(e => (Text(e, "LogicalResourceId")!, Text(e, "ResourceStatus")!, Text(e, "ResourceStatusReason")))];

    /// <summary>As <see cref="EventsAsync"/>, with everything that is said of an event.</summary>
    public async Task<IReadOnlyList<XElement>> WholeEventsAsync(string stack)
    {
        var events = new List<XElement>();
        string? token = null;
        do
        {
            var page = await DoAsync("DescribeStackEvents", token is null ? [("StackName", stack)] : [("StackName", stack), ("NextToken", token)]);
            events.AddRange(page.Members("StackEvents"));
            token = page["NextToken"];
        }
        while (token is not null);
        events.Reverse();
        return events;
    }

    public static string? Text(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    public void Dispose() => http.Dispose();

    private void Sign(HttpRequestMessage request, string service, string body, DateTimeOffset at)
    {
        var stamp = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");
        var scope = $"{stamp[..8]}/{Region}/{service}/aws4_request";
        var headers = new SortedDictionary<string, string> { ["host"] = http.BaseAddress!.Authority, ["x-amz-date"] = stamp };
        if (Keys.SessionToken is { } token) headers["x-amz-security-token"] = token;
        var names = string.Join(';', headers.Keys);
        var canonical = $"POST\n/\n\n{string.Concat(headers.Select(h => $"{h.Key}:{h.Value}\n"))}\n{names}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";
        var toSign = $"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Keys.Secret), (k, part) => HMACSHA256.HashData(k, Encoding.UTF8.GetBytes(part)));
        var signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        request.Headers.TryAddWithoutValidation("x-amz-date", stamp);
        if (Keys.SessionToken is { } session) request.Headers.TryAddWithoutValidation("x-amz-security-token", session);
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={Keys.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
