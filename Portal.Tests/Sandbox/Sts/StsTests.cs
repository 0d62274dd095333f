using Portal.Tests.Time;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Sts;

public sealed class StsTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private const string Role = "arn:aws:iam::444455556666:role/portal/Deploy";

    [Fact]
    public async Task GetCallerIdentity_WithTheKeyPair_IsTheMainAccount()
    {
        var reply = await AskAsync(sandbox.Aws, "GetCallerIdentity");

        Assert.Equal("111122223333", reply["Account"]);
    }

    [Fact]
    public async Task AssumeRole_GivesCredentialsOfTheOtherAccount()
    {
        using var assumed = new SandboxCaller(sandbox.Host.Url) { Keys = await AssumeAsync(sandbox.Aws) };

        var reply = await AskAsync(assumed, "GetCallerIdentity");

        Assert.Equal(("444455556666", "arn:aws:sts::444455556666:assumed-role/Deploy/run-7"), (reply["Account"], reply["Arn"]));
    }

    [Fact]
    public async Task AssumedCredentials_WithoutTheirSessionToken_AreRefused()
    {
        var keys = await AssumeAsync(sandbox.Aws);
        using var stolen = new SandboxCaller(sandbox.Host.Url) { Keys = keys with { SessionToken = null } };

        var reply = await AskAsync(stolen, "GetCallerIdentity");

        Assert.Equal((403, "InvalidClientTokenId"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task AssumedCredentials_WhenTheirTimeIsOver_AreExpired()
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow().AddMinutes(-10));
        await using var host = await SandboxHost.StartAsync(new SandboxOptions { TimeProvider = clock });
        using var aws = SandboxCaller.Of(host);
        var keys = await AssumeAsync(aws, ("DurationSeconds", "900"));
        using var assumed = new SandboxCaller(host.Url) { Keys = keys };
        clock.Advance(TimeSpan.FromMinutes(16));

        var reply = await AskAsync(assumed, "GetCallerIdentity");

        Assert.Equal((403, "ExpiredToken"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Stacks_OfAnotherAccountOrRegion_AreNotSeen()
    {
        using var assumed = new SandboxCaller(sandbox.Host.Url) { Keys = await AssumeAsync(sandbox.Aws) };
        using var elsewhere = new SandboxCaller(sandbox.Host.Url) { Region = "eu-west-1" };
        var id = await sandbox.Aws.CreateAsync("mine", Templates.Topics(1));

        var byName = await assumed.AskAsync("DescribeStacks", ("StackName", "mine"));
        var byId = await assumed.AskAsync("DescribeStacks", ("StackName", id));
        var inRegion = await elsewhere.AskAsync("DescribeStacks", ("StackName", "mine"));

        Assert.All([byName, byId, inRegion], r => Assert.Equal("ValidationError", r.Code));
    }

    private static async Task<SandboxKeys> AssumeAsync(SandboxCaller aws, params (string, string)[] more)
    {
        var reply = await AskAsync(aws, "AssumeRole", [("RoleArn", Role), ("RoleSessionName", "run-7"), ("ExternalId", "secret-9"), .. more]);
        return new SandboxKeys(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]);
    }

    private static async Task<QueryReply> AskAsync(SandboxCaller aws, string operation, params (string, string)[] parameters)
    {
        using var request = aws.SignedRequest("sts", operation, parameters);
        return await SandboxCaller.ReadAsync(await aws.SendAsync(request));
    }
}
