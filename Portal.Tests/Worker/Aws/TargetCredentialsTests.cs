using Portal.Worker.Aws;

namespace Portal.Tests.Worker.Aws;

public sealed class TargetCredentialsTests
{
    private static readonly Reply Stacks = Reply.Ok("DescribeStacks", "<Stacks><member><StackId>id</StackId><StackName>s</StackName><StackStatus>CREATE_COMPLETE</StackStatus></member></Stacks>");

    [Fact]
    public async Task Session_IsOfTheDeployerRoleInTheTarget_WithItsExternalId()
    {
        await using var aws = new ScriptedAws().On("DescribeStacks", Stacks);
        using var clients = AwsUnderTest.Clients(aws.Url);

        await DescribeAsync(clients);

        var assumed = Assert.Single(aws.Calls("AssumeRole"));
        Assert.Equal("arn:aws:iam::222233334444:role/portal-deployer", assumed.Parameters["RoleArn"]);
        Assert.Equal("portal-222233334444", assumed.Parameters["ExternalId"]);
        Assert.Equal("portal-worker", assumed.Parameters["RoleSessionName"]);
        Assert.Contains("Credential=AKIAIOSFODNN7EXAMPLE/", assumed.Headers["Authorization"]);
        var described = Assert.Single(aws.Calls("DescribeStacks"));
        Assert.Contains("Credential=ASIASESSION1/", described.Headers["Authorization"]);
        Assert.Contains("/eu-west-1/cloudformation/", described.Headers["Authorization"]);
        Assert.Equal("t1", described.Headers["X-Amz-Security-Token"]);
    }

    [Theory]
    [InlineData(47.9, 1)]
    [InlineData(48.1, 2)]
    public async Task Session_IsRenewed_AtFourFifthsOfItsHour(double minutes, int sessions)
    {
        await using var aws = new ScriptedAws().On("DescribeStacks", Stacks);
        var clock = new StepClock();
        using var clients = AwsUnderTest.Clients(aws.Url, time: clock);

        await DescribeAsync(clients);
        clock.Advance(TimeSpan.FromMinutes(minutes));
        await DescribeAsync(clients);

        Assert.Equal(sessions, aws.Calls("AssumeRole").Count());
    }

    [Fact]
    public async Task Session_IsAssumedOnce_ForAllWhoAskAtTheSameTime()
    {
        await using var aws = new ScriptedAws().On("DescribeStacks", Stacks);
        using var clients = AwsUnderTest.Clients(aws.Url);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => DescribeAsync(clients)));
        await DescribeAsync(clients, AwsUnderTest.Target with { Region = "eu-central-1" });

        Assert.Single(aws.Calls("AssumeRole"));
    }

    [Fact]
    public async Task Session_ThatEndedEarly_IsRenewedOnceAndTheCallGoesOn()
    {
        await using var aws = new ScriptedAws().On("DescribeStacks", Reply.Error(403, "ExpiredToken", "The security token included in the request is expired"), Stacks);
        using var clients = AwsUnderTest.Clients(aws.Url);

        var stack = await DescribeAsync(clients);

        Assert.Equal("id", stack!.Id);
        Assert.Equal(["t1", "t2"], aws.Calls("DescribeStacks").Select(call => call.Headers["X-Amz-Security-Token"]));
    }

    [Fact]
    public async Task Session_ThatNeverHolds_IsAFaultAfterTwoCalls()
    {
        await using var aws = new ScriptedAws().On("DescribeStacks", Reply.Error(403, "ExpiredToken", "The security token included in the request is expired"));
        using var clients = AwsUnderTest.Clients(aws.Url);

        var failure = await Assert.ThrowsAsync<AwsException>(() => DescribeAsync(clients));

        Assert.Equal(AwsFault.Expired, failure.Fault);
        Assert.Equal(2, aws.Calls("DescribeStacks").Count());
    }

    [Fact]
    public async Task Role_ThatMayNotBeAssumed_IsRefusedAndTheCallIsNeverMade()
    {
        await using var aws = new ScriptedAws().On("AssumeRole", Reply.Error(403, "AccessDenied", "not authorized to perform: sts:AssumeRole"));
        using var clients = AwsUnderTest.Clients(aws.Url);

        var failure = await Assert.ThrowsAsync<AwsException>(() => clients.For(AwsUnderTest.Target).CloudFormation.ExecuteChangeSetAsync("s", "c", "t", CancellationToken.None));

        Assert.Equal((AwsFault.Refused, "AssumeRole"), (failure.Fault, failure.Operation));
        Assert.Empty(aws.Calls("ExecuteChangeSet"));
    }

    [Fact]
    public async Task Role_ThatGotNoAnswer_LeavesTheCallUnmade()
    {
        await using var aws = new ScriptedAws().On("AssumeRole", Reply.Reset);
        using var clients = AwsUnderTest.Clients(aws.Url);

        var failure = await Assert.ThrowsAsync<AwsException>(() => clients.For(AwsUnderTest.Target).CloudFormation.ExecuteChangeSetAsync("s", "c", "t", CancellationToken.None));

        Assert.Equal((AwsFault.Unreachable, false), (failure.Fault, failure.MayHaveHappened));
    }

    [Fact]
    public async Task Session_InItsLastFifth_ServesWhileStsDoesNotAnswer()
    {
        await using var aws = new ScriptedAws().On("DescribeStacks", Stacks).On("AssumeRole", Reply.Session(1), Reply.Reset);
        var clock = new StepClock();
        using var clients = AwsUnderTest.Clients(aws.Url, time: clock);

        await DescribeAsync(clients);
        clock.Advance(TimeSpan.FromMinutes(50));
        await DescribeAsync(clients);
        clock.Advance(TimeSpan.FromMinutes(11));

        await Assert.ThrowsAsync<AwsException>(() => DescribeAsync(clients));
        Assert.Equal(2, aws.Calls("DescribeStacks").Count());
    }

    private static Task<Portal.Worker.Aws.CloudFormation.ObservedStack?> DescribeAsync(AwsClients clients, AwsTarget? target = null) =>
        clients.For(target ?? AwsUnderTest.Target).CloudFormation.DescribeStackAsync("s", CancellationToken.None);
}
