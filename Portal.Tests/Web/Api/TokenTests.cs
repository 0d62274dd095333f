using System.Net;
using System.Net.Http.Headers;
using Portal.Data.Identity;

namespace Portal.Tests.Web.Api;

public sealed class TokenTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer portal_0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("Basic cmVxdWVzdGVyOng=")]
    public async Task Call_WithoutAKnownToken_IsUnauthorized(string? authorization)
    {
        using var client = portal.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        var answer = await client.GetAsync("/api/v1/requests");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Call_WithARevokedToken_IsUnauthorized()
    {
        var tokens = portal.Get<TokenStore>();
        var token = await tokens.IssueAsync("operator", CancellationToken.None);
        using var client = portal.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/requests")).StatusCode);

        await tokens.RevokeAsync("operator", Assert.Single(await tokens.OfAsync("operator", CancellationToken.None)).Id, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/requests")).StatusCode);
    }

    [Fact]
    public async Task Call_WithATokenOfSomebodyWhoIsGone_IsUnauthorized()
    {
        using var client = await portal.AsAsync("left-the-company");

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/requests")).StatusCode);
    }

    [Fact]
    public async Task Token_IsStoredAsItsHashOnly()
    {
        var token = await portal.Get<TokenStore>().IssueAsync("finance", CancellationToken.None);

        await using var db = portal.Database.Open();
        Assert.DoesNotContain(db.Set<ApiTokenRow>().AsEnumerable(), row => row.Hash.Contains(token[^64..], StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task UnknownPath_IsAProblemDocument()
    {
        using var client = await portal.AsAsync("requester");

        var answer = await client.GetAsync("/api/v1/nothing");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }
}
