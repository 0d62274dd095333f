using System.Net;
using System.Net.Http.Json;
using Portal.Data.Accounts;
using Portal.Data.Approvals;
using Portal.Data.Storage;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Search;

namespace Portal.Tests.Web.Api;

public sealed class DecisionTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Approve_ByAnother_MakesTheEnvironmentAndItsDeployment(DatabaseProvider provider)
    {
        await using var portal = await PortalHost.StartAsync(provider);
        var (id, digest) = await portal.SubmittedAsync();

        using var approver = await portal.AsAsync("approver");
        var answer = await DecideAsync(approver, id, "approve", digest);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var request = await answer.JsonAsync();
        Assert.Equal("approved", request.Text("state"));
        var environment = await (await approver.GetAsync($"/api/v1/environments/{request.Text("environmentId")}")).JsonAsync();
        Assert.Equal("deploying", environment.Text("state"));
        Assert.Equal("queued", environment.GetProperty("deployment").Text("state"));
    }

    [Fact]
    public async Task Approve_OfWhatOneAskedForOneself_IsForbidden()
    {
        var (id, digest) = await portal.SubmittedAsync();

        using var requester = await portal.AsAsync("requester");
        var answer = await DecideAsync(requester, id, "approve", digest);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("yourself", (await answer.JsonAsync()).Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("operator")]
    [InlineData("finance")]
    public async Task Approve_WithoutTheRole_IsForbidden(string userName)
    {
        var (id, digest) = await portal.SubmittedAsync();

        using var other = await portal.AsAsync(userName);

        Assert.Equal(HttpStatusCode.Forbidden, (await DecideAsync(other, id, "approve", digest)).StatusCode);
    }

    [Fact]
    public async Task Approve_WhenRevisionIsStale_IsConflict_C45()
    {
        var name = PortalHost.NewName();
        var (id, stale) = await portal.SubmittedAsync(name);
        using var requester = await portal.AsAsync("requester");
        using var revision = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/requests/{id}") { Content = PortalHost.Sheet(Make.Edited(Make.SheetYaml(Stage.Production, name), ("peakRps: 200", "peakRps: 300"))) };
        revision.Headers.TryAddWithoutValidation("If-Match", stale);
        Assert.Equal(HttpStatusCode.OK, (await requester.SendAsync(revision)).StatusCode);
        await requester.PostAsync($"/api/v1/requests/{id}/submit", null);

        using var approver = await portal.AsAsync("approver");
        var answer = await DecideAsync(approver, id, "approve", stale);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("submitted", (await (await approver.GetAsync($"/api/v1/requests/{id}")).JsonAsync()).Text("state"));
    }

    [Fact]
    public async Task Approve_ASecondTime_IsConflict()
    {
        var (id, digest) = await portal.SubmittedAsync();
        using var approver = await portal.AsAsync("approver");
        using var approver2 = await portal.AsAsync("approver2");
        await DecideAsync(approver, id, "approve", digest);

        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(approver2, id, "approve", digest)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(approver, id, "reject", digest)).StatusCode);
    }

    [Fact]
    public async Task Approve_OfADraft_IsConflict()
    {
        var (id, digest) = await portal.RequestAsync();
        using var approver = await portal.AsAsync("approver");

        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(approver, id, "approve", digest)).StatusCode);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Approve_ByTwoAtOnce_CountsOnce(DatabaseProvider provider)
    {
        await using var portal = await PortalHost.StartAsync(provider);
        using var approver = await portal.AsAsync("approver");
        using var approver2 = await portal.AsAsync("approver2");
        for (var round = 0; round < 5; round++)
        {
            var (id, digest) = await portal.SubmittedAsync($"shop-{round}");

            var answers = await Task.WhenAll(DecideAsync(approver, id, "approve", digest), DecideAsync(approver2, id, round % 2 == 0 ? "approve" : "reject", digest));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
            Assert.Single((await (await approver.GetAsync($"/api/v1/requests/{id}/decisions")).JsonAsync()).GetProperty("items").EnumerateArray());
        }
    }

    [Fact]
    public async Task Reject_GivesTheNameBack_AndEndsTheRequest()
    {
        var name = PortalHost.NewName();
        var (id, digest) = await portal.SubmittedAsync(name);
        using var approver = await portal.AsAsync("approver");

        var answer = await DecideAsync(approver, id, "reject", digest, "too dear");

        Assert.Equal("rejected", (await answer.JsonAsync()).Text("state"));
        await portal.RequestAsync(name);
    }

    [Fact]
    public async Task SendBack_LetsTheRequesterSubmitAgain()
    {
        var (id, digest) = await portal.SubmittedAsync();
        using var approver = await portal.AsAsync("approver");
        using var requester = await portal.AsAsync("requester");

        Assert.Equal("sent-back", (await (await DecideAsync(approver, id, "send-back", digest)).JsonAsync()).Text("state"));

        Assert.Equal("submitted", (await (await requester.PostAsync($"/api/v1/requests/{id}/submit", null)).JsonAsync()).Text("state"));
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(approver, id, "approve", digest)).StatusCode);
    }

    [Fact]
    public async Task Approve_PinsTheImagesThatAreKnown_AndNamesTheStacksAbsent()
    {
        await portal.Get<ImageStore>().PutAsync("eu-central-1", QuickPlanner.ImageParameter, "ami-1", CancellationToken.None);
        var name = PortalHost.NewName();
        var (id, digest) = await portal.SubmittedAsync(name);
        using var approver = await portal.AsAsync("approver");

        await DecideAsync(approver, id, "approve", digest);

        Assert.True(RequestId.TryParse(id, out var request));
        var signature = Assert.Single(await portal.Get<ApprovalStore>().OfAsync(request, 1, CancellationToken.None));
        Assert.Equal("absent", signature.BaseState.Stacks[$"storefront-{name}-eu-central-1-compute"]);
        Assert.Equal("ami-1", signature.BaseState.Images[$"eu-central-1{QuickPlanner.ImageParameter}"]);
    }

    [Theory]
    [InlineData("""{ "decision": "maybe", "digest": "x" }""", "decision")]
    [InlineData("""{ "digest": "x" }""", "decision")]
    [InlineData("""{ "decision": 1 }""", "decision")]
    [InlineData("not json", "")]
    public async Task Decide_WithAMalformedBody_NamesTheField(string body, string path)
    {
        var (id, _) = await portal.SubmittedAsync();
        using var approver = await portal.AsAsync("approver");

        var answer = await approver.PostAsync($"/api/v1/requests/{id}/decisions", PortalHost.Sheet(body, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(path, (await answer.JsonAsync()).GetProperty("errors")[0].Text("path"));
    }

    [Fact]
    public async Task Decide_WithFieldsThatAreNotTheCallers_IgnoresThem_C39()
    {
        var (id, digest) = await portal.SubmittedAsync();
        using var approver = await portal.AsAsync("approver");

        await approver.PostAsJsonAsync($"/api/v1/requests/{id}/decisions", new { decision = "send-back", digest, state = "approved", userName = "approver2", environmentId = id });

        var decision = (await (await approver.GetAsync($"/api/v1/requests/{id}/decisions")).JsonAsync()).GetProperty("items")[0];
        Assert.Equal(("approver", "send-back"), (decision.Text("userName"), decision.Text("decision")));
        Assert.Equal("sent-back", (await (await approver.GetAsync($"/api/v1/requests/{id}")).JsonAsync()).Text("state"));
    }

    private static Task<HttpResponseMessage> DecideAsync(HttpClient client, string id, string decision, string digest, string? comment = null) =>
        client.PostAsJsonAsync($"/api/v1/requests/{id}/decisions", new { decision, digest, comment });
}
