using Portal.Sandbox;
using Portal.Worker.Aws;
using Portal.Worker.Aws.CloudFormation;

namespace Portal.Tests.Worker.Aws.CloudFormation;

/// <summary>The client against the simulated AWS: what the deployment engine relies on, from both sides of the wire.</summary>
public sealed class SandboxWalkTests : IAsyncLifetime
{
    private static readonly string Template = $$"""
        Parameters: { Text: { Type: String, Default: a } }
        Resources:
        {{string.Join('\n', Enumerable.Range(1, 45).Select(i => $"  Words{i:00}: {{ Type: AWS::SSM::Parameter, Properties: {{ Type: String, Value: !Ref Text }} }}"))}}
        Outputs: { First: { Value: !Ref Words01 } }
        """;

    private SandboxHost sandbox = null!;
    private AwsClients clients = null!;

    private CloudFormationApi CloudFormation => clients.For(AwsUnderTest.Target).CloudFormation;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync(new SandboxOptions { Speed = 10_000 });
        clients = AwsUnderTest.Clients(new Uri(sandbox.Url));
    }

    public async ValueTask DisposeAsync()
    {
        clients.Dispose();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Stack_IsMade_WithEveryEventOnce_AcrossPages()
    {
        var id = await MakeAsync("paged");

        var stack = await CloudFormation.DescribeStackAsync(id, CancellationToken.None);
        var events = await CloudFormation.EventsAsync(id, lastSeen: null, CancellationToken.None).ToListAsync();
        var resources = await CloudFormation.ResourcesAsync(id, CancellationToken.None).ToListAsync();
        var fresh = await CloudFormation.EventsAsync(id, events[110].EventId, CancellationToken.None).ToListAsync();

        Assert.Equal(("paged", "CREATE_COMPLETE"), (stack!.Name, stack.Status));
        Assert.True(stack.Outputs.ContainsKey("First"));
        Assert.True(events.Count > 100, $"{events.Count} events are more than one page");
        Assert.Equal(events.Count, events.Select(entry => entry.EventId).Distinct().Count());
        Assert.True(events[0].IsOfStack);
        Assert.Equal(events.OrderByDescending(entry => entry.At).Select(entry => entry.At), events.Select(entry => entry.At));
        Assert.All(events.Where(entry => !entry.IsOfStack), entry => Assert.Equal("paged-run", entry.Token));
        Assert.Equal(45, resources.Count);
        Assert.Equal(events.Take(110).Select(entry => entry.EventId), fresh.Select(entry => entry.EventId));
    }

    [Fact]
    public async Task Execution_Repeated_IsNotASecondOne()
    {
        var id = await MakeAsync("twice");

        var failure = await Record.ExceptionAsync(() => CloudFormation.ExecuteChangeSetAsync(id, "twice-1", "another-token", CancellationToken.None));

        Assert.Contains(Assert.IsType<AwsException>(failure).Fault, new[] { AwsFault.WrongState, AwsFault.NotFound });
    }

    [Fact]
    public async Task Update_WithoutAChange_SaysSo_AndWithOneSaysWhat()
    {
        var id = await MakeAsync("updated");

        var nothing = await PlanAsync(New(id, "updated-2", ChangeSetType.Update));
        var something = await PlanAsync(New(id, "updated-3", ChangeSetType.Update) with { Parameters = new Dictionary<string, string> { ["Text"] = "b" } });

        await CloudFormation.DeleteChangeSetAsync(id, "updated-2", CancellationToken.None);
        await CloudFormation.DeleteChangeSetAsync(id, "updated-2", CancellationToken.None);

        Assert.True(nothing.HasNoChanges, nothing.Reason);
        Assert.Equal("CREATE_COMPLETE", something.Status);
        Assert.False(something.HasNoChanges);
        Assert.Equal(45, something.Changes.Count);
        Assert.All(something.Changes, change => Assert.Equal(("Modify", "False"), (change.Action, change.Replacement)));
        var names = (await CloudFormation.ListChangeSetsAsync(id, CancellationToken.None)).Select(set => set.Name).ToList();
        Assert.Contains("updated-3", names);
        Assert.DoesNotContain("updated-2", names);
    }

    [Fact]
    public async Task Deletion_OfAProtectedStack_IsRefusedUntilItIsNot()
    {
        var id = await MakeAsync("guarded");
        await CloudFormation.SetStackPolicyAsync(id, """{"Statement":[{"Effect":"Allow","Action":"Update:*","Principal":"*","Resource":"*"}]}""", CancellationToken.None);
        await CloudFormation.SetTerminationProtectionAsync(id, true, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<AwsException>(() => CloudFormation.DeleteStackAsync(id, "d-1", CancellationToken.None));
        var guarded = await CloudFormation.DescribeStackAsync(id, CancellationToken.None);
        await CloudFormation.SetTerminationProtectionAsync(id, false, CancellationToken.None);
        await CloudFormation.DeleteStackAsync(id, "d-2", CancellationToken.None);
        await StatusAsync(id, "DELETE_COMPLETE");

        Assert.Equal(AwsFault.WrongState, failure.Fault);
        Assert.True(guarded!.TerminationProtection);
        Assert.Null(await CloudFormation.DescribeStackAsync("guarded", CancellationToken.None));
        await CloudFormation.DeleteStackAsync("guarded", "d-3", CancellationToken.None);
    }

    [Fact]
    public async Task Absence_IsAnAnswer_NotAFault()
    {
        Assert.Null(await CloudFormation.DescribeStackAsync("none", CancellationToken.None));
        Assert.Null(await CloudFormation.DescribeChangeSetAsync("none", "none", CancellationToken.None));
        Assert.Null(await CloudFormation.GetTemplateAsync("none", CancellationToken.None));
        Assert.Empty(await CloudFormation.ListChangeSetsAsync("none", CancellationToken.None));
        await CloudFormation.DeleteStackAsync("none", "t", CancellationToken.None);
    }

    [Fact]
    public async Task Template_ThatIsMalformed_IsRefusedInAwsWords()
    {
        var failure = await Assert.ThrowsAsync<AwsException>(() => CloudFormation.ValidateTemplateAsync("Resources: { A: {} }", CancellationToken.None));

        Assert.Equal((AwsFault.ClientFault, "ValidationError", 400), (failure.Fault, failure.Code, failure.Status));
        Assert.Contains("Type", failure.Message);
    }

    private async Task<string> MakeAsync(string name)
    {
        var set = await PlanAsync(New(name, name + "-1", ChangeSetType.Create));
        await CloudFormation.ExecuteChangeSetAsync(set.StackId, set.Name, name + "-run", CancellationToken.None);
        await StatusAsync(set.StackId, "CREATE_COMPLETE");
        return set.StackId;
    }

    private async Task<ObservedChangeSet> PlanAsync(NewChangeSet change)
    {
        var ids = await CloudFormation.CreateChangeSetAsync(change, CancellationToken.None);
        ObservedChangeSet? set = null;
        await Poll.UntilAsync(async () => (set = await CloudFormation.DescribeChangeSetAsync(ids.StackId, ids.ChangeSetId, CancellationToken.None))?.Status is "CREATE_COMPLETE" or "FAILED");
        return set!;
    }

    private Task StatusAsync(string id, string status) =>
        Poll.UntilAsync(async () => (await CloudFormation.DescribeStackAsync(id, CancellationToken.None))?.Status == status);

    private static NewChangeSet New(string stack, string name, ChangeSetType type) =>
        new() { Stack = stack, Name = name, Token = name + "-plan", Type = type, TemplateBody = Template };
}
