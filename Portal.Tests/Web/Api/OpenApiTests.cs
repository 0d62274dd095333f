using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Portal.Data.Deployments;
using Portal.Domain;
using Portal.Domain.Approvals;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Tests.Web.Api;

/// <summary>The document is written by hand, so it is held against what the program really does.</summary>
public sealed class OpenApiTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private static readonly string[] Prefixes = ["/api/", "/healthz", "/readyz", "/openapi/", "/metrics"];

    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Document_NamesEveryRoute_AndNoOther()
    {
        var document = await DocumentAsync();

        var described = from path in document.GetProperty("paths").EnumerateObject() from method in path.Value.EnumerateObject() select $"{method.Name.ToUpperInvariant()} {path.Name}";
        var mapped = from endpoint in portal.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                     let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":guid", "", StringComparison.Ordinal)
                     where Prefixes.Any(p => pattern.StartsWith(p, StringComparison.Ordinal))
                     from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                     select $"{method} {pattern}";

        Assert.Equal(mapped.Order(), described.Order());
    }

    [Fact]
    public async Task Document_PointsAtNothingThatIsMissing()
    {
        var document = await DocumentAsync();

        foreach (var target in References(document))
        {
            var at = target.TrimStart('#', '/').Split('/').Aggregate(document, (json, step) => json.TryGetProperty(step, out var next) ? next : default);
            Assert.True(at.ValueKind != JsonValueKind.Undefined, $"{target} leads nowhere");
        }
    }

    [Fact]
    public async Task Schemas_NameEveryFieldOfTheAnswers()
    {
        var document = await DocumentAsync();
        var (environment, request) = await portal.ApprovedAsync();
        using var requester = await portal.AsAsync("requester");
        await AddStackAsync(environment);

        await AssertAsync("Request", $"/api/v1/requests/{request}", json => json);
        await AssertAsync("Request", "/api/v1/requests", First);
        await AssertAsync("Decision", $"/api/v1/requests/{request}/decisions", First);
        var (failing, _) = await portal.FailingAsync();
        using var approver = await portal.AsAsync("approver");
        var until = DateOnly.FromDateTime(portal.Get<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(9);
        await approver.PostAsJsonAsync($"/api/v1/requests/{failing}/waivers", new { control = "pci-dss/1", reason = "The document names its fields.", until });
        await AssertAsync("Waiver", $"/api/v1/requests/{failing}/waivers", First);
        await AssertAsync("Environment", $"/api/v1/environments/{environment}", json => json);
        await AssertAsync("Deployment", $"/api/v1/environments/{environment}", json => json.GetProperty("deployment"));
        await AssertAsync("Stack", $"/api/v1/environments/{environment}/stacks", First);
        await AssertAsync("Event", $"/api/v1/environments/{environment}/events", First);

        async Task AssertAsync(string schema, string path, Func<JsonElement, JsonElement> pick)
        {
            var answer = pick(await requester.GetFromJsonAsync<JsonElement>(path));
            Assert.Equal(Names(document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties")), Names(answer));
        }

        static JsonElement First(JsonElement page) => page.GetProperty("items")[0];
    }

    [Fact]
    public async Task Enumerations_AreTheDomains()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        Assert.Equal(Wire.All<RequestState>(), Values(schemas.GetProperty("RequestState")));
        Assert.Equal(Wire.All<RequestKind>(), Values(Property("Request", "kind")));
        Assert.Equal(Wire.All<ApprovalDecision>(), Values(Property("DecisionInput", "decision")));
        Assert.Equal(Wire.All<EnvironmentState>(), Values(Property("Environment", "state")));
        Assert.Equal(Wire.All<Stage>(), Values(Property("Environment", "stage")));
        Assert.Equal(Wire.All<DeploymentKind>(), Values(Property("Deployment", "kind")));
        Assert.Equal(Wire.All<DeploymentState>(), Values(Property("Deployment", "state")));
        Assert.Equal(Wire.All<StackPhase>(), Values(Property("Stack", "phase")));
        Assert.Equal(Wire.All<EnvironmentAction>(), Values(Property("ActionInput", "action")));

        JsonElement Property(string schema, string name) => schemas.GetProperty(schema).GetProperty("properties").GetProperty(name);
        static IEnumerable<string> Values(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(v => v.GetString()!);
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var client = portal.Anonymous();
        return await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
    }

    private async Task AddStackAsync(string environment)
    {
        Assert.True(EnvironmentId.TryParse(environment, out var id));
        await using var db = portal.Database.Open();
        var deployment = db.Set<DeploymentRow>().Single(d => d.EnvironmentId == id);
        db.Add(new StackDeploymentRow { DeploymentId = deployment.Id, Stack = "a", Outputs = """{ "Url": "https://example.com" }""" });
        await db.SaveChangesAsync();
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name).Order();

    private static IEnumerable<string> References(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
