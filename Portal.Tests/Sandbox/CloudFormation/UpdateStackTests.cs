namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class UpdateStackTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private SandboxCaller Aws => sandbox.Aws;

    [Fact]
    public async Task Update_OfACreateOnlyProperty_ReplacesAndDeletesTheOldOneAfterwards()
    {
        await CreateAsync("replaced", Templates.ThreeTier);
        var before = await PhysicalIdsAsync("replaced");

        await Aws.DoAsync("UpdateStack", ("StackName", "replaced"), ("UsePreviousTemplate", "true"), ("Parameters.member.1.ParameterKey", "Cidr"), ("Parameters.member.1.ParameterValue", "10.9.0.0/20"));
        await Aws.BecomesAsync("replaced", "UPDATE_COMPLETE");

        var after = await PhysicalIdsAsync("replaced");
        Assert.NotEqual(before["Vpc"], after["Vpc"]);
        Assert.NotEqual(before["SubnetA"], after["SubnetA"]);
        Assert.Equal(before["Balancer"], after["Balancer"]);
        var events = await Aws.EventsAsync("replaced");
        Assert.Contains(("Vpc", "UPDATE_IN_PROGRESS", "Requested update requires the creation of a new physical resource; hence creating one."), events);
        var cleanup = events.ToList().FindIndex(e => e.Status == "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        Assert.All(events.Take(cleanup), e => Assert.False(e.Status.StartsWith("DELETE")));
        Assert.Equal(["SubnetA", "SubnetB", "Vpc"], events.Skip(cleanup).Where(e => e.Status == "DELETE_COMPLETE").Select(e => e.LogicalId).Order());
        Assert.Equal("Vpc", events.Last(e => e.Status == "DELETE_COMPLETE").LogicalId);
    }

    [Fact]
    public async Task Update_WithoutChanges_IsRefused()
    {
        await CreateAsync("same", Templates.Chain);

        var reply = await Aws.AskAsync("UpdateStack", ("StackName", "same"), ("TemplateBody", Templates.Chain));

        Assert.Equal((400, "ValidationError", "No updates are to be performed."), (reply.Status, reply.Code, reply.Message));
    }

    [Fact]
    public async Task Update_WhenAResourceFails_BringsEverythingBack()
    {
        await CreateAsync("undone", Templates.ThreeTier);
        var before = await PhysicalIdsAsync("undone");
        await Aws.ControlAsync("faults", new { logicalId = "Database", stack = "undone", effect = "fail", reason = "Class not available" });

        var changed = Templates.ThreeTier.Replace("Resources:", "Resources:\n  Fresh: { Type: AWS::SNS::Topic }").Replace("10.0.0.0/20", "10.7.0.0/20").Replace("db.t4g.medium", "db.r7g.large");
        await Aws.DoAsync("UpdateStack", ("StackName", "undone"), ("TemplateBody", changed));
        await Aws.BecomesAsync("undone", "UPDATE_ROLLBACK_COMPLETE");

        var events = await Aws.EventsAsync("undone");
        Assert.Contains(("Database", "UPDATE_FAILED", "Class not available"), events);
        Assert.Contains(events, e => e.Status == "UPDATE_ROLLBACK_IN_PROGRESS" && e.Reason == "The following resource(s) failed to update: [Database]. ");
        Assert.Equal(before.OrderBy(b => b.Key), (await PhysicalIdsAsync("undone")).OrderBy(a => a.Key));
        Assert.Contains(events, e => e is ("Fresh", "DELETE_COMPLETE", _));
        Assert.Contains(events, e => e is ("Vpc", "DELETE_COMPLETE", _));
        var again = await Aws.AskAsync("UpdateStack", ("StackName", "undone"), ("TemplateBody", Templates.ThreeTier));
        Assert.Equal("No updates are to be performed.", again.Message);
    }

    [Fact]
    public async Task Update_WhoseRollbackFails_CanBeContinuedWithASkip()
    {
        await CreateAsync("wedged", Templates.Chain);
        await Aws.ControlAsync("faults", new object[]
        {
            new { logicalId = "Alarm", stack = "wedged", effect = "fail", reason = "No", on = "update" },
            new { logicalId = "Topic", stack = "wedged", effect = "fail", reason = "Gone", on = "update", nth = 2 },
        });
        await Aws.DoAsync("UpdateStack", ("StackName", "wedged"), ("TemplateBody", Templates.Chain.Replace("EvaluationPeriods: 1", "EvaluationPeriods: 2").Replace("KmsMasterKeyId", "DisplayName: d, KmsMasterKeyId")));
        await Aws.BecomesAsync("wedged", "UPDATE_ROLLBACK_FAILED");

        await Aws.DoAsync("ContinueUpdateRollback", ("StackName", "wedged"), ("ResourcesToSkip.member.1", "Topic"));

        await Aws.BecomesAsync("wedged", "UPDATE_ROLLBACK_COMPLETE");
    }

    [Fact]
    public async Task Update_WhileAnotherIsUnderWay_IsRefused()
    {
        await using var slow = await SlowSandbox.StartAsync();
        await slow.Aws.CreateAsync("busy", Templates.Chain);

        var reply = await slow.Aws.AskAsync("UpdateStack", ("StackName", "busy"), ("TemplateBody", Templates.Topics(1)));

        Assert.Matches("is in CREATE_IN_PROGRESS state and can not be updated", reply.Message);
    }

    [Fact]
    public async Task Update_ThatIsCancelled_IsRolledBack()
    {
        await using var slow = await SlowSandbox.StartAsync();
        await slow.Aws.CreateAsync("stopped", Templates.Chain);
        await EndAsync(slow, "stopped", "CREATE_COMPLETE");
        await slow.Aws.DoAsync("UpdateStack", ("StackName", "stopped"), ("TemplateBody", Templates.Chain.Replace("KmsMasterKeyId", "DisplayName: d, KmsMasterKeyId")));

        await slow.Aws.DoAsync("CancelUpdateStack", ("StackName", "stopped"));
        await EndAsync(slow, "stopped", "UPDATE_ROLLBACK_COMPLETE");

        Assert.Contains(("Topic", "UPDATE_FAILED", "Resource update cancelled"), await slow.Aws.EventsAsync("stopped"));
    }

    [Fact]
    public async Task Update_AgainstTheStackPolicy_IsDenied()
    {
        await CreateAsync("guarded", Templates.ThreeTier);
        await Aws.DoAsync("SetStackPolicy", ("StackName", "guarded"), ("StackPolicyBody", """
            { "Statement": [ { "Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*" },
                             { "Effect": "Deny", "Action": ["Update:Replace", "Update:Delete"], "Principal": "*", "Resource": "LogicalResourceId/Vpc" } ] }
            """));

        await Aws.DoAsync("UpdateStack", ("StackName", "guarded"), ("TemplateBody", Templates.ThreeTier.Replace("10.0.0.0/20", "10.8.0.0/20")));
        await Aws.BecomesAsync("guarded", "UPDATE_ROLLBACK_COMPLETE");

        Assert.Contains(("Vpc", "UPDATE_FAILED", "Action denied by stack policy: Statement [#2] does not allow [Update:Replace] for resource [LogicalResourceId/Vpc]"), await Aws.EventsAsync("guarded"));
    }

    private async Task CreateAsync(string stack, string template)
    {
        await Aws.CreateAsync(stack, template);
        await Aws.BecomesAsync(stack, "CREATE_COMPLETE");
    }

    private static Task EndAsync(SlowSandbox slow, string stack, string status) => Processes.Eventually.BeAsync(async () =>
    {
        await slow.AdvanceAsync(TimeSpan.FromMinutes(10));
        return await slow.Aws.StatusAsync(stack) == status;
    }, TimeSpan.FromSeconds(60), () => $"{stack} never became {status}");

    private async Task<Dictionary<string, string?>> PhysicalIdsAsync(string stack) =>
        (await Aws.DoAsync("ListStackResources", ("StackName", stack))).Members("StackResourceSummaries").Where(r => SandboxCaller.Text(r, "ResourceStatus") != "DELETE_COMPLETE")
            .ToDictionary(r => SandboxCaller.Text(r, "LogicalResourceId")!, r => SandboxCaller.Text(r, "PhysicalResourceId"));
}
