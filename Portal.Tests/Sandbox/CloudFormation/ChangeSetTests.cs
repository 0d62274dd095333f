using Portal.Tests.Processes;

namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class ChangeSetTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private SandboxCaller Aws => sandbox.Aws;

    [Fact]
    public async Task CreateSet_OfANewStack_LeavesItInReviewUntilItIsExecuted()
    {
        await MakeAsync("new", "first", "CREATE", Templates.Chain);
        var review = await Aws.StatusAsync("new");

        await Aws.DoAsync("ExecuteChangeSet", ("StackName", "new"), ("ChangeSetName", "first"), ("ClientRequestToken", "exec-1"));
        await Aws.BecomesAsync("new", "CREATE_COMPLETE");

        Assert.Equal("REVIEW_IN_PROGRESS", review);
        Assert.Equal(("new", "REVIEW_IN_PROGRESS", "User Initiated"), (await Aws.EventsAsync("new"))[0]);
        Assert.Equal("EXECUTE_COMPLETE", (await DescribeAsync("new", "first"))["ExecutionStatus"]);
    }

    [Fact]
    public async Task ExecutedTwice_WithTheSameToken_RunsOnce()
    {
        await MakeAsync("once", "only", "CREATE", Templates.Topics(1));
        (string, string)[] call = [("StackName", "once"), ("ChangeSetName", "only"), ("ClientRequestToken", "exec-once")];

        await Aws.DoAsync("ExecuteChangeSet", call);
        await Aws.DoAsync("ExecuteChangeSet", call);
        await Aws.BecomesAsync("once", "CREATE_COMPLETE");
        var untokened = await Aws.AskAsync("ExecuteChangeSet", ("StackName", "once"), ("ChangeSetName", "only"));

        Assert.Single((await Aws.EventsAsync("once")), e => e is ("once", "CREATE_IN_PROGRESS", _));
        Assert.Equal((400, "InvalidChangeSetStatus"), (untokened.Status, untokened.Code));
        Assert.EndsWith("cannot be executed in its current execution status of [EXECUTE_COMPLETE]", untokened.Message);
    }

    [Fact]
    public async Task Describe_TellsReplacementsAndWhatCausesThem()
    {
        await Aws.CreateAsync("described", Templates.ThreeTier);
        await Aws.BecomesAsync("described", "CREATE_COMPLETE");

        await MakeAsync("described", "wider", "UPDATE", null, ("UsePreviousTemplate", "true"), ("Parameters.member.1.ParameterKey", "Cidr"), ("Parameters.member.1.ParameterValue", "10.5.0.0/20"));

        var changes = (await DescribeAsync("described", "wider")).All("ResourceChange").ToDictionary(c => SandboxCaller.Text(c, "LogicalResourceId")!, c => c);
        Assert.Equal(["Balancer", "SubnetA", "SubnetB", "SubnetGroup", "Vpc"], changes.Keys.Order());
        Assert.Equal(("Modify", "True"), (SandboxCaller.Text(changes["Vpc"], "Action"), SandboxCaller.Text(changes["Vpc"], "Replacement")));
        Assert.Equal("Cidr", Details(changes["Vpc"], "CausingEntity"));
        Assert.Equal(("Dynamic", "SubnetA"), (Details(changes["Balancer"], "Evaluation"), Details(changes["Balancer"], "CausingEntity")));
        Assert.Equal("False", SandboxCaller.Text(changes["Balancer"], "Replacement"));
    }

    [Fact]
    public async Task CreateSet_WithoutChanges_FailsWithTheTextThatClientsLookFor()
    {
        await Aws.CreateAsync("unchanged", Templates.Chain);
        await Aws.BecomesAsync("unchanged", "CREATE_COMPLETE");

        await MakeAsync("unchanged", "nothing", "UPDATE", Templates.Chain);

        var set = await DescribeAsync("unchanged", "nothing");
        Assert.Equal(("FAILED", "UNAVAILABLE"), (set["Status"], set["ExecutionStatus"]));
        Assert.Equal("The submitted information didn't contain changes. Submit different information to create a change set.", set["StatusReason"]);
        var execute = await Aws.AskAsync("ExecuteChangeSet", ("StackName", "unchanged"), ("ChangeSetName", "nothing"));
        Assert.EndsWith("cannot be executed in its current status of [FAILED]", execute.Message);
    }

    [Fact]
    public async Task Execute_MakesTheOtherSetsObsolete()
    {
        await MakeAsync("rivals", "winner", "CREATE", Templates.Topics(1));
        await MakeAsync("rivals", "loser", "CREATE", Templates.Topics(2));

        await Aws.DoAsync("ExecuteChangeSet", ("StackName", "rivals"), ("ChangeSetName", "winner"));

        Assert.Equal("OBSOLETE", (await DescribeAsync("rivals", "loser"))["ExecutionStatus"]);
    }

    [Fact]
    public async Task CreateSet_OfTheSameNameWithAnotherTemplate_IsRefused()
    {
        await MakeAsync("clash", "name", "CREATE", Templates.Topics(1));

        var reply = await Aws.AskAsync("CreateChangeSet", ("StackName", "clash"), ("ChangeSetName", "name"), ("ChangeSetType", "CREATE"), ("TemplateBody", Templates.Topics(2)));

        Assert.Equal((400, "AlreadyExistsException", "ChangeSet name cannot be created due to a mismatch with existing attribute Template"), (reply.Status, reply.Code, reply.Message));
    }

    [Theory]
    [InlineData("CREATE", "there", "ValidationError", "Stack [there] already exists and cannot be created again with the changeSet [c].")]
    [InlineData("UPDATE", "nowhere", "ValidationError", "Stack [nowhere] does not exist")]
    public async Task CreateSet_OfTheWrongKind_IsRefused(string kind, string stack, string code, string message)
    {
        if (stack == "there") await Aws.CreateAsync("there", Templates.Topics(1));

        var reply = await Aws.AskAsync("CreateChangeSet", ("StackName", stack), ("ChangeSetName", "c"), ("ChangeSetType", kind), ("TemplateBody", Templates.Topics(2)));

        Assert.Equal((400, code, message), (reply.Status, reply.Code, reply.Message));
    }

    [Fact]
    public async Task Describe_OfAnUnknownSet_IsNotFound()
    {
        await Aws.CreateAsync("empty", Templates.Topics(1));

        var reply = await Aws.AskAsync("DescribeChangeSet", ("StackName", "empty"), ("ChangeSetName", "none"));

        Assert.Equal((404, "ChangeSetNotFound", "ChangeSet [none] does not exist"), (reply.Status, reply.Code, reply.Message));
    }

    [Fact]
    public async Task Set_IsPendingBeforeItIsMade()
    {
        await using var slow = await SlowSandbox.StartAsync();
        await slow.Aws.DoAsync("CreateChangeSet", ("StackName", "pending"), ("ChangeSetName", "c"), ("ChangeSetType", "CREATE"), ("TemplateBody", Templates.Topics(1)));

        var set = await slow.Aws.DoAsync("DescribeChangeSet", ("StackName", "pending"), ("ChangeSetName", "c"));
        var execute = await slow.Aws.AskAsync("ExecuteChangeSet", ("StackName", "pending"), ("ChangeSetName", "c"));

        Assert.Equal(("CREATE_PENDING", "UNAVAILABLE"), (set["Status"], set["ExecutionStatus"]));
        Assert.Equal("InvalidChangeSetStatus", execute.Code);
    }

    private async Task MakeAsync(string stack, string name, string kind, string? template, params (string, string)[] more)
    {
        (string, string)[] body = template is null ? [] : [("TemplateBody", template)];
        await Aws.DoAsync("CreateChangeSet", [("StackName", stack), ("ChangeSetName", name), ("ChangeSetType", kind), .. body, .. more]);
        await Eventually.BeAsync(async () => (await DescribeAsync(stack, name))["Status"] is "CREATE_COMPLETE" or "FAILED", TimeSpan.FromSeconds(60), () => $"{name} was never made");
    }

    private Task<QueryReply> DescribeAsync(string stack, string name) => Aws.DoAsync("DescribeChangeSet", ("StackName", stack), ("ChangeSetName", name));

    private static string? Details(System.Xml.Linq.XElement change, string name) => change.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}
