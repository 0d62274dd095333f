namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class RollbackTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    [Fact]
    public async Task Create_WhenAResourceFails_DeletesInReverseAndOnlyDeletionIsLeft()
    {
        await sandbox.Aws.ControlAsync("faults", new { logicalId = "Alarm", stack = "failing", effect = "fail", reason = "Quota of alarms exceeded" });

        await sandbox.Aws.CreateAsync("failing", Templates.Chain);
        await sandbox.Aws.BecomesAsync("failing", "ROLLBACK_COMPLETE");

        var events = await sandbox.Aws.EventsAsync("failing");
        Assert.Contains(("Alarm", "CREATE_FAILED", "Quota of alarms exceeded"), events);
        Assert.Contains(("failing", "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create: [Alarm]. Rollback requested by user."), events);
        Assert.Equal(["Alarm", "Topic", "Key"], events.Where(e => e.Status == "DELETE_COMPLETE" && e.LogicalId != "Loose").Select(e => e.LogicalId));
        var update = await sandbox.Aws.AskAsync("UpdateStack", ("StackName", "failing"), ("TemplateBody", Templates.Topics(1)));
        Assert.Matches(@"^Stack:arn:aws:cloudformation:.* is in ROLLBACK_COMPLETE state and can not be updated\.$", update.Message);
    }

    [Fact]
    public async Task Create_WhenAResourceFails_CancelsWhatIsUnderWay()
    {
        await using var slow = await SlowSandbox.StartAsync();
        await slow.Aws.ControlAsync("faults", new { logicalId = "Topic", effect = "fail", reason = "No" });
        await slow.Aws.CreateAsync("race", "Resources:\n  Topic: { Type: AWS::SNS::Topic }\n  Balancer: { Type: AWS::RDS::GlobalCluster }\n");

        await slow.AdvanceAsync(TimeSpan.FromSeconds(5));
        await slow.AdvanceAsync(TimeSpan.FromSeconds(10));
        await slow.Aws.BecomesAsync("race", "ROLLBACK_IN_PROGRESS");

        Assert.Contains(("Balancer", "CREATE_FAILED", "Resource creation cancelled"), await slow.Aws.EventsAsync("race"));
    }

    [Fact]
    public async Task Create_WithRollbackSwitchedOff_StaysFailedWithItsResources()
    {
        await sandbox.Aws.ControlAsync("faults", new { logicalId = "Alarm", stack = "kept", effect = "fail", reason = "No" });

        await sandbox.Aws.CreateAsync("kept", Templates.Chain, ("DisableRollback", "true"));
        await sandbox.Aws.BecomesAsync("kept", "CREATE_FAILED");

        var resources = (await sandbox.Aws.DoAsync("ListStackResources", ("StackName", "kept"))).Members("StackResourceSummaries").ToDictionary(r => SandboxCaller.Text(r, "LogicalResourceId")!, r => SandboxCaller.Text(r, "ResourceStatus"));
        Assert.Equal(("CREATE_COMPLETE", "CREATE_FAILED"), (resources["Topic"], resources["Alarm"]));
    }

    [Fact]
    public async Task Rollback_WhenADeletionFails_IsRollbackFailed()
    {
        await sandbox.Aws.ControlAsync("faults", new object[]
        {
            new { logicalId = "Alarm", stack = "stuck", effect = "fail", reason = "No", on = "create" },
            new { logicalId = "Key", stack = "stuck", effect = "fail", reason = "Still in use", on = "delete" },
        });

        await sandbox.Aws.CreateAsync("stuck", Templates.Chain);
        await sandbox.Aws.BecomesAsync("stuck", "ROLLBACK_FAILED");

        Assert.Contains(("stuck", "ROLLBACK_FAILED", "The following resource(s) failed to delete: [Key]. "), await sandbox.Aws.EventsAsync("stuck"));
    }
}
