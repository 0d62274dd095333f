namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class DeleteStackTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private SandboxCaller Aws => sandbox.Aws;

    [Fact]
    public async Task Delete_GoesInReverse_AndTheStackIsFoundByItsIdOnly()
    {
        var id = await CreateAsync("gone", Templates.Chain);

        await Aws.DoAsync("DeleteStack", ("StackName", "gone"));
        await Aws.BecomesAsync(id, "DELETE_COMPLETE");

        Assert.Equal(["Alarm", "Topic", "Key"], (await Aws.EventsAsync(id)).Where(e => e.Status == "DELETE_COMPLETE" && e.LogicalId is not ("Loose" or "gone")).Select(e => e.LogicalId));
        Assert.Equal("Stack with id gone does not exist", (await Aws.AskAsync("DescribeStacks", ("StackName", "gone"))).Message);
        Assert.NotEqual(id, await Aws.CreateAsync("gone", Templates.Chain));
    }

    [Fact]
    public async Task Delete_OfAnUnknownName_Succeeds() => await Aws.DoAsync("DeleteStack", ("StackName", "never-was"));

    [Fact]
    public async Task Delete_OfAProtectedStack_IsRefusedUntilItIsFreed()
    {
        await CreateAsync("safe", Templates.Topics(1));
        await Aws.DoAsync("UpdateTerminationProtection", ("StackName", "safe"), ("EnableTerminationProtection", "true"));

        var refused = await Aws.AskAsync("DeleteStack", ("StackName", "safe"));
        await Aws.DoAsync("UpdateTerminationProtection", ("StackName", "safe"), ("EnableTerminationProtection", "false"));
        var accepted = await Aws.AskAsync("DeleteStack", ("StackName", "safe"));

        Assert.Equal("Stack [safe] cannot be deleted while TerminationProtection is enabled", refused.Message);
        Assert.Equal(200, accepted.Status);
    }

    [Fact]
    public async Task Delete_ThatFails_CanRetainWhatWouldNotGo()
    {
        var id = await CreateAsync("clingy", Templates.Chain);
        await Aws.ControlAsync("faults", new { logicalId = "Topic", stack = "clingy", effect = "fail", reason = "The bucket you tried to delete is not empty", on = "delete" });
        await Aws.DoAsync("DeleteStack", ("StackName", id));
        await Aws.BecomesAsync(id, "DELETE_FAILED");

        await Aws.DoAsync("DeleteStack", ("StackName", id), ("RetainResources.member.1", "Topic"));
        await Aws.BecomesAsync(id, "DELETE_COMPLETE");

        var events = await Aws.EventsAsync(id);
        Assert.Contains(("clingy", "DELETE_FAILED", "The following resource(s) failed to delete: [Topic]. "), events);
        Assert.Contains(events, e => e is ("Topic", "DELETE_SKIPPED", _));
        Assert.Contains(events, e => e is ("Key", "DELETE_COMPLETE", _));
    }

    [Fact]
    public async Task Delete_LeavesRetainedResourcesStanding()
    {
        var id = await CreateAsync("retained", "Resources: { Vault: { Type: AWS::SNS::Topic, DeletionPolicy: Retain }, Loose: { Type: AWS::SNS::Topic } }");

        await Aws.DoAsync("DeleteStack", ("StackName", id));
        await Aws.BecomesAsync(id, "DELETE_COMPLETE");

        var events = await Aws.EventsAsync(id);
        Assert.Contains(events, e => e is ("Vault", "DELETE_SKIPPED", _));
        Assert.Contains(events, e => e is ("Loose", "DELETE_COMPLETE", _));
    }

    [Fact]
    public async Task Delete_WhileTheStackIsCreated_StopsTheCreation()
    {
        await using var slow = await SlowSandbox.StartAsync();
        var id = await slow.Aws.CreateAsync("early", Templates.Chain);

        await slow.Aws.DoAsync("DeleteStack", ("StackName", id));
        await Processes.Eventually.BeAsync(async () =>
        {
            await slow.AdvanceAsync(TimeSpan.FromMinutes(10));
            return await slow.Aws.StatusAsync(id) == "DELETE_COMPLETE";
        }, TimeSpan.FromSeconds(60), () => "never deleted");

        Assert.DoesNotContain(await slow.Aws.EventsAsync(id), e => e is ("Alarm", "CREATE_IN_PROGRESS", _));
    }

    private async Task<string> CreateAsync(string stack, string template)
    {
        var id = await Aws.CreateAsync(stack, template);
        await Aws.BecomesAsync(stack, "CREATE_COMPLETE");
        return id;
    }
}
