using System.Net;
using System.Net.Http.Json;
using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Requests;

namespace Portal.Tests.Web.Environments;

public sealed class ActionTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Destroy_OfDevelopment_StartsAtOnce()
    {
        var environment = await InStateAsync(EnvironmentState.Running, Stage.Development);
        using var requester = await portal.AsAsync("requester");

        var answer = await ActAsync(requester, environment, "destroy");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var accepted = await answer.JsonAsync();
        Assert.False(accepted.TryGetProperty("requestId", out _));
        var now = await (await requester.GetAsync($"/api/v1/environments/{environment}")).JsonAsync();
        Assert.Equal(("destroying", accepted.Text("deploymentId"), "destroy"), (now.Text("state"), now.Text("deploymentId"), now.GetProperty("deployment").Text("kind")));
    }

    [Theory]
    [InlineData(Stage.Staging)]
    [InlineData(Stage.Production)]
    public async Task Destroy_OfWhatIsPrecious_IsARequestThatAnotherSigns(Stage stage)
    {
        var environment = await InStateAsync(EnvironmentState.Running, stage);
        using var requester = await portal.AsAsync("requester");
        using var approver = await portal.AsAsync("approver");

        var accepted = await (await ActAsync(requester, environment, "destroy")).JsonAsync();
        var id = accepted.Text("requestId");
        var request = await (await approver.GetAsync($"/api/v1/requests/{id}")).JsonAsync();

        Assert.Equal(("destroy", "submitted", environment), (request.Text("kind"), request.Text("state"), request.Text("environmentId")));
        Assert.Equal("running", (await (await requester.GetAsync($"/api/v1/environments/{environment}")).JsonAsync()).Text("state"));
        Assert.Equal(HttpStatusCode.OK, (await approver.GetAsync($"/api/v1/requests/{id}/plan")).StatusCode);
        var decision = new { decision = "approve", digest = request.Text("planDigest") };
        Assert.Equal(HttpStatusCode.Forbidden, (await requester.PostAsJsonAsync($"/api/v1/requests/{id}/decisions", decision)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await approver.PostAsJsonAsync($"/api/v1/requests/{id}/decisions", decision)).StatusCode);
        Assert.Equal("destroying", (await (await requester.GetAsync($"/api/v1/environments/{environment}")).JsonAsync()).Text("state"));
    }

    [Fact]
    public async Task Destroy_AskedTwice_IsOneRequest_C42()
    {
        var environment = await InStateAsync(EnvironmentState.Running, Stage.Production);
        using var requester = await portal.AsAsync("requester");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ActAsync(requester, environment, "destroy")));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(4, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Destroy_ThatWasRejected_MayBeAskedAgain()
    {
        var environment = await InStateAsync(EnvironmentState.Running, Stage.Production);
        using var requester = await portal.AsAsync("requester");
        using var approver = await portal.AsAsync("approver");
        var id = (await (await ActAsync(requester, environment, "destroy")).JsonAsync()).Text("requestId");
        var digest = (await (await approver.GetAsync($"/api/v1/requests/{id}")).JsonAsync()).Text("planDigest");

        await approver.PostAsJsonAsync($"/api/v1/requests/{id}/decisions", new { decision = "reject", digest });

        Assert.Equal(HttpStatusCode.Accepted, (await ActAsync(requester, environment, "destroy")).StatusCode);
    }

    [Fact]
    public async Task Retry_OfAFailedDevelopment_StartsAtOnce_OfProduction_IsSigned()
    {
        var development = await InStateAsync(EnvironmentState.Failed, Stage.Development);
        var production = await InStateAsync(EnvironmentState.Failed, Stage.Production);
        using var requester = await portal.AsAsync("requester");

        Assert.True((await (await ActAsync(requester, development, "retry")).JsonAsync()).TryGetProperty("deploymentId", out _));
        Assert.True((await (await ActAsync(requester, production, "retry")).JsonAsync()).TryGetProperty("requestId", out _));
    }

    [Theory]
    [InlineData(EnvironmentState.Running, "retry")]
    [InlineData(EnvironmentState.Deploying, "destroy")]
    [InlineData(EnvironmentState.Destroyed, "destroy")]
    [InlineData(EnvironmentState.Running, "cancel")]
    public async Task Action_ThatTheStateDoesNotAllow_IsConflict(EnvironmentState state, string action)
    {
        var environment = await InStateAsync(state, Stage.Development);
        using var requester = await portal.AsAsync("requester");

        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(requester, environment, action)).StatusCode);
    }

    [Fact]
    public async Task Cancel_OfWhatIsBeingBuilt_AsksTheDeploymentToStop()
    {
        var (environment, _) = await portal.ApprovedAsync();
        using var requester = await portal.AsAsync("requester");

        var answer = await ActAsync(requester, environment, "cancel");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.True(DeploymentId.TryParse((await answer.JsonAsync()).Text("deploymentId"), out var id));
        await using var db = portal.Database.Open();
        Assert.True(db.Set<DeploymentRow>().Single(d => d.Id == id).CancelAsked);
    }

    [Theory]
    [InlineData("drill")]
    [InlineData("extend")]
    [InlineData("detect-drift")]
    [InlineData("Destroy")]
    [InlineData("")]
    public async Task Action_ThatThisVersionDoesNotKnow_SaysSo(string action)
    {
        var (environment, _) = await portal.ApprovedAsync();
        using var requester = await portal.AsAsync("requester");

        var answer = await ActAsync(requester, environment, action);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("action", (await answer.JsonAsync()).GetProperty("errors")[0].Text("path"));
    }

    [Theory]
    [InlineData("approver")]
    [InlineData("operator")]
    [InlineData("auditor")]
    public async Task Destroy_ByWhoeverIsNotOfTheTeam_IsForbidden(string userName)
    {
        var environment = await InStateAsync(EnvironmentState.Running, Stage.Development);
        using var client = await portal.AsAsync(userName);

        Assert.Equal(HttpStatusCode.Forbidden, (await ActAsync(client, environment, "destroy")).StatusCode);
    }

    private static Task<HttpResponseMessage> ActAsync(HttpClient client, string environment, string action) =>
        client.PostAsJsonAsync($"/api/v1/environments/{environment}/actions", new { action });

    /// <summary>What the worker would have written.</summary>
    private async Task<string> InStateAsync(EnvironmentState state, Stage stage)
    {
        var (environment, _) = await portal.ApprovedAsync(stage: stage);
        Assert.True(EnvironmentId.TryParse(environment, out var id));
        await using var db = portal.Database.Open();
        var row = db.Set<EnvironmentRow>().Single(e => e.Id == id);
        row.State = state;
        db.Set<DeploymentRow>().Single(d => d.EnvironmentId == id).State = state == EnvironmentState.Deploying ? DeploymentState.Running : state == EnvironmentState.Failed ? DeploymentState.Failed : DeploymentState.Succeeded;
        await db.SaveChangesAsync();
        return environment;
    }
}
