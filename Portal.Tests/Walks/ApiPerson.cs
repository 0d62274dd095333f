using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Tests.Processes;

namespace Portal.Tests.Walks;

/// <summary>Somebody who uses the portal's API with a token of their own.</summary>
internal sealed class ApiPerson(string baseUrl, string token) : IDisposable
{
    private readonly HttpClient http = new()
    {
        BaseAddress = new Uri(baseUrl + "/api/v1/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    public async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(HttpMethod method, string path, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    public Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, JsonObject? body = null) => SendAsync(HttpMethod.Post, path, body?.ToJsonString());

    public Task<(HttpStatusCode Status, JsonNode Body)> HandInAsync(string sheet) => SendAsync(HttpMethod.Post, "requests", sheet, "application/yaml");

    public Task<(HttpStatusCode Status, JsonNode Body)> DecideAsync(string request, string decision, string digest) =>
        PostAsync($"requests/{request}/decisions", new JsonObject { ["decision"] = decision, ["digest"] = digest, ["comment"] = "seen" });

    /// <summary>Follows the environment until it is in that state; fails at once when it ends up failed instead.</summary>
    public async Task<JsonNode> UntilAsync(string environment, string state)
    {
        JsonNode? last = null;
        return await Eventually.GetAsync(
            async () =>
            {
                last = (await GetAsync($"environments/{environment}")).Body;
                return (string?)last["state"] == state ? last : null;
            },
            TimeSpan.FromMinutes(4),
            () => $"The environment never became {state}: {last}",
            () => (string?)last?["state"] == "failed");
    }

    public void Dispose() => http.Dispose();
}
