using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Portal.Tests.Web.Api;

/// <summary>What belongs to a team that is not yours does not exist for you: asked of every route that there is, so a new one is covered as it appears.</summary>
public sealed class TeamIsolationTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task EveryRouteOfAnotherTeamsThing_IsNotFound_C37()
    {
        var (environment, request) = await portal.ApprovedAsync();
        using var stranger = await portal.AsAsync("requester2");
        using var own = await portal.AsAsync("requester");
        var routes = IdRoutes().ToList();
        Assert.True(routes.Count >= 10, "The routes with an id are no longer found.");

        foreach (var (method, pattern) in routes)
        {
            var path = pattern.Replace("{id:guid}", pattern.Contains("/requests/", StringComparison.Ordinal) ? request : environment, StringComparison.Ordinal).Replace("{stack}", "a", StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.NotFound, path), ((await SendAsync(stranger, method, path)).StatusCode, path));
            Assert.Equal(path.EndsWith("templates/a", StringComparison.Ordinal), (await SendAsync(own, method, path)).StatusCode == HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("/api/v1/requests")]
    [InlineData("/api/v1/environments")]
    public async Task Lists_HoldNothingOfAnotherTeam(string list)
    {
        await portal.ApprovedAsync();
        using var stranger = await portal.AsAsync("requester2");
        using var own = await portal.AsAsync("requester");

        Assert.Empty((await (await stranger.GetAsync(list)).JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.NotEmpty((await (await own.GetAsync(list)).JsonAsync()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Cursor_OfAnotherTeam_ShowsNothingOfIt()
    {
        var (id, _) = await portal.RequestAsync();
        using var stranger = await portal.AsAsync("requester2");

        Assert.Empty((await (await stranger.GetAsync($"/api/v1/requests?cursor={id}")).JsonAsync()).GetProperty("items").EnumerateArray());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET")
        {
            message.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
    }

    private IEnumerable<(string Method, string Pattern)> IdRoutes() =>
        from endpoint in portal.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where pattern.StartsWith("/api/", StringComparison.Ordinal) && pattern.Contains("{id", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, pattern);
}
