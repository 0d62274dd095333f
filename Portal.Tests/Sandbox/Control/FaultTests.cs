using System.Net;
using Portal.Sandbox;
using Portal.Tests.Processes;

namespace Portal.Tests.Sandbox.Control;

public sealed class FaultTests : IAsyncLifetime
{
    private SandboxHost host = null!;
    private SandboxCaller aws = null!;

    public async ValueTask InitializeAsync()
    {
        host = await SandboxHost.StartAsync(new SandboxOptions { Speed = 100_000 });
        aws = SandboxCaller.Of(host);
    }

    [Fact]
    public async Task ErrorBefore_StrikesTheSecondAndThirdCallOnly_AndDoesNothing()
    {
        await aws.ControlAsync("faults", new { operation = "CreateStack", nth = 2, count = 2, effect = "error-before", status = 503, code = "ServiceUnavailable" });

        var replies = new List<QueryReply>();
        for (var i = 1; i <= 4; i++) replies.Add(await aws.AskAsync("CreateStack", ("StackName", $"s{i}"), ("TemplateBody", Templates.Topics(1))));

        Assert.Equal([200, 503, 503, 200], replies.Select(r => r.Status));
        Assert.Equal("Stack with id s2 does not exist", (await aws.AskAsync("DescribeStacks", ("StackName", "s2"))).Message);
        var journal = (await aws.ControlAsync("journal")).EnumerateArray().Select(e => (e.GetProperty("outcome").GetString(), e.GetProperty("code").GetString())).ToList();
        Assert.Equal([("accepted", null), ("refused", "ServiceUnavailable"), ("refused", "ServiceUnavailable"), ("accepted", null)], journal);
    }

    [Fact]
    public async Task LostResponse_DoesTheWorkAndCutsTheConnection()
    {
        await aws.ControlAsync("faults", new { operation = "CreateStack", effect = "lost-response" });

        await Assert.ThrowsAsync<HttpRequestException>(() => aws.AskAsync("CreateStack", ("StackName", "lost"), ("TemplateBody", Templates.Topics(1)), ("ClientRequestToken", "t1")));

        var again = await aws.DoAsync("CreateStack", ("StackName", "lost"), ("TemplateBody", Templates.Topics(1)), ("ClientRequestToken", "t1"));
        var outcomes = (await aws.ControlAsync("journal")).EnumerateArray().Select(e => e.GetProperty("outcome").GetString());
        Assert.Equal(["accepted", "replayed"], outcomes);
        Assert.Equal((await aws.DoAsync("DescribeStacks", ("StackName", "lost")))["StackId"], again["StackId"]);
    }

    [Fact]
    public async Task Truncate_DoesTheWorkAndEndsTheBodyTooEarly()
    {
        await aws.ControlAsync("faults", new { operation = "CreateStack", effect = "truncate" });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => aws.AskAsync("CreateStack", ("StackName", "cut"), ("TemplateBody", Templates.Topics(1))));

        Assert.Equal(200, (await aws.AskAsync("DescribeStacks", ("StackName", "cut"))).Status);
    }

    [Fact]
    public async Task Throttle_AnswersRateExceeded_ForItsCountAndRegion()
    {
        using var elsewhere = new SandboxCaller(host.Url) { Region = "eu-west-1" };
        await aws.ControlAsync("faults", new { operation = "ListStacks", region = "eu-central-1", effect = "throttle", count = 2 });

        var there = await elsewhere.AskAsync("ListStacks");
        var replies = new[] { await aws.AskAsync("ListStacks"), await aws.AskAsync("ListStacks"), await aws.AskAsync("ListStacks") };

        Assert.Equal(200, there.Status);
        Assert.Equal([(400, "Throttling", "Rate exceeded"), (400, "Throttling", "Rate exceeded"), (200, null, null)], replies.Select(r => (r.Status, r.Code, r.Message)));
    }

    [Fact]
    public async Task Delay_HoldsTheAnswerBack()
    {
        await aws.ControlAsync("faults", new { operation = "ListStacks", effect = "delay", delayMs = 300 });
        var started = TimeProvider.System.GetTimestamp();

        await aws.DoAsync("ListStacks");

        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task Outage_RefusesTheRegionUntilItsTimeIsOver()
    {
        using var elsewhere = new SandboxCaller(host.Url) { Region = "eu-west-1" };
        await aws.ControlAsync("faults", new { effect = "outage", region = "eu-central-1", seconds = 600 });

        var during = await aws.AskAsync("ListStacks");
        var there = await elsewhere.AskAsync("ListStacks");
        await aws.ControlAsync("clock", new { advanceSeconds = 601 });
        var after = await aws.AskAsync("ListStacks");

        Assert.Equal((503, 200, 200), (during.Status, there.Status, after.Status));
    }

    [Fact]
    public async Task Fail_ByType_StrikesOneResourceOnce()
    {
        await aws.ControlAsync("faults", new { resourceType = "AWS::SNS::Topic", effect = "fail", reason = "No topics today" });

        await aws.CreateAsync("unlucky", Templates.Topics(1));
        await aws.BecomesAsync("unlucky", "ROLLBACK_COMPLETE");
        await aws.CreateAsync("lucky", Templates.Topics(1));

        await aws.BecomesAsync("lucky", "CREATE_COMPLETE");
    }

    [Fact]
    public async Task Stuck_ResourceIsNeverReady_UntilTheStackIsDeleted()
    {
        await aws.ControlAsync("faults", new { logicalId = "T1", effect = "stuck" });
        var id = await aws.CreateAsync("hanging", Templates.Topics(2));
        await aws.ControlAsync("clock", new { advanceSeconds = 86400 });
        await Eventually.BeAsync(async () => (await aws.EventsAsync(id)).Any(e => e is ("T2", "CREATE_COMPLETE", _)), TimeSpan.FromSeconds(60), () => "T2 was never made");

        var status = await aws.StatusAsync(id);
        await aws.DoAsync("DeleteStack", ("StackName", id));

        Assert.Equal("CREATE_IN_PROGRESS", status);
        await aws.BecomesAsync(id, "DELETE_COMPLETE");
    }

    [Fact]
    public async Task Fail_OnChangeSets_FailsTheSetWithTheReason_AndStuckKeepsItPending()
    {
        await aws.ControlAsync("faults", new object[]
        {
            new { operation = "CreateChangeSet", stack = "bad", effect = "fail", reason = "No updates are to be performed." },
            new { operation = "CreateChangeSet", stack = "slow", effect = "stuck" },
        });
        foreach (var stack in new[] { "slow", "bad" }) await aws.DoAsync("CreateChangeSet", ("StackName", stack), ("ChangeSetName", "c"), ("ChangeSetType", "CREATE"), ("TemplateBody", Templates.Topics(1)));

        await Eventually.BeAsync(async () => (await DescribeAsync("bad"))["Status"] == "FAILED", TimeSpan.FromSeconds(60), () => "never failed");

        Assert.Equal("No updates are to be performed.", (await DescribeAsync("bad"))["StatusReason"]);
        Assert.Equal("CREATE_PENDING", (await DescribeAsync("slow"))["Status"]);
    }

    [Fact]
    public async Task Throttle_WithARate_LetsABurstThroughAndRefusesTheRest()
    {
        await aws.ControlAsync("faults", new { effect = "throttle", operation = "ListStacks", requestsPerSecond = 0.001, count = 3 });

        var statuses = new List<int>();
        for (var i = 0; i < 5; i++) statuses.Add((await aws.AskAsync("ListStacks")).Status);

        Assert.Equal([200, 200, 200, 400, 400], statuses);
    }

    [Fact]
    public async Task ErrorBefore_OnAssumeRole_IsAboutTheAccountOfTheRole()
    {
        await aws.ControlAsync("faults", new { effect = "error-before", operation = "AssumeRole", account = "444455556666", status = 403, code = "AccessDenied" });

        var other = await AssumeAsync("777788889999");
        var meant = await AssumeAsync("444455556666");

        Assert.Equal((200, 403, "AccessDenied"), (other.Status, meant.Status, meant.Code));
    }

    private Task<QueryReply> DescribeAsync(string stack) => aws.DoAsync("DescribeChangeSet", ("StackName", stack), ("ChangeSetName", "c"));

    private async Task<QueryReply> AssumeAsync(string account)
    {
        using var request = aws.SignedRequest("sts", "AssumeRole", [("RoleArn", $"arn:aws:iam::{account}:role/Deploy"), ("RoleSessionName", "run")]);
        return await SandboxCaller.ReadAsync(await aws.SendAsync(request));
    }

    [Fact]
    public async Task DeleteFaults_LeavesNone()
    {
        await aws.ControlAsync("faults", new[] { new { operation = "ListStacks", effect = "throttle" }, new { operation = "ListStacks", effect = "delay" } });

        await aws.ClearFaultsAsync();

        Assert.Equal(0, (await aws.ControlAsync("faults")).GetArrayLength());
        Assert.Equal(200, (await aws.AskAsync("ListStacks")).Status);
    }

    [Fact]
    public async Task AFault_OfUnknownEffect_IsRefused()
    {
        var response = await aws.PostAsync("faults", new { operation = "ListStacks", effect = "explode" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        aws.Dispose();
        await host.DisposeAsync();
    }
}
