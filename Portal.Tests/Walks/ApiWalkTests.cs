using System.Net;
using System.Text.Json.Nodes;
using Portal.Domain.Requests;

namespace Portal.Tests.Walks;

/// <summary>From a sheet to running stacks and back, over the API, with every program a process of its own.</summary>
public sealed class ApiWalkTests
{
    [Fact]
    public async Task Sheet_IsPlannedSignedDeployedAndDestroyed_OverPostgresWithASeparateWorker()
    {
        await using var portal = await SeparateProcesses.StartAsync();
        using var requester = await portal.PersonAsync("requester");
        using var approver = await portal.PersonAsync("approver");

        var request = await SubmitAsync(requester);
        var environment = await ApproveAsync(approver, request);
        var running = await requester.UntilAsync(environment, "running");

        var stacks = (await requester.GetAsync($"environments/{environment}/stacks")).Body["items"]!.AsArray();
        var truth = await portal.SandboxAsync("stacks");
        Assert.Equal("storefront", (string?)running["team"]);
        Assert.Equal(truth.Select(s => (string?)s!["name"]).Order(), stacks.Select(s => (string?)s!["name"]).Order());
        Assert.All(truth, s => Assert.Equal("CREATE_COMPLETE", (string?)s!["status"]));
        Assert.All(await ExecutesAsync(portal), e => Assert.Equal(1, e));

        var (status, action) = await requester.PostAsync($"environments/{environment}/actions", new JsonObject { ["action"] = "destroy" });
        Assert.Equal(HttpStatusCode.Accepted, status);
        await ApproveAsync(approver, (string)action["requestId"]!);
        await requester.UntilAsync(environment, "destroyed");

        Assert.All(await portal.SandboxAsync("stacks"), s => Assert.Equal("DELETE_COMPLETE", (string?)s!["status"]));
    }

    private static async Task<string> SubmitAsync(ApiPerson requester)
    {
        var (status, created) = await requester.HandInAsync(Make.SheetYaml(Stage.Production));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.True((bool)created["feasible"]!, created.ToJsonString());
        var id = (string)created["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await requester.PostAsync($"requests/{id}/submit")).Status);
        return id;
    }

    /// <returns>The environment that the last signature made or changes.</returns>
    private static async Task<string> ApproveAsync(ApiPerson approver, string request)
    {
        var digest = (string)(await approver.GetAsync($"requests/{request}")).Body["planDigest"]!;
        var (status, body) = await approver.DecideAsync(request, "approve", digest);
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        return (string)(await approver.GetAsync($"requests/{request}")).Body["environmentId"]!;
    }

    /// <summary>How often each stack's creation was executed.</summary>
    private static async Task<IEnumerable<int>> ExecutesAsync(SeparateProcesses portal) =>
        (await portal.SandboxAsync("journal"))
            .Where(call => (string?)call!["operation"] == "ExecuteChangeSet" && (string?)call["outcome"] == "accepted")
            .GroupBy(call => (string?)call!["stack"])
            .Select(calls => calls.Count());
}
