using Portal.Sandbox;

namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class SeedTests
{
    private const string Bucket = "Resources: { B: { Type: AWS::S3::Bucket } }\nOutputs: { Name: { Value: !Ref B } }";

    [Fact]
    public async Task TheSameCalls_GetTheSameIds_FromTheSameSeedOnly()
    {
        var one = await IdsAsync("a");

        Assert.Equal(one, await IdsAsync("a"));
        Assert.NotEqual(one, await IdsAsync("b"));
        Assert.NotEqual(await IdsAsync(null), await IdsAsync(null));
    }

    [Fact]
    public async Task ASecondStackOfTheName_GetsAnIdOfItsOwn()
    {
        await using var host = await SandboxHost.StartAsync(new SandboxOptions { Speed = 100_000, Seed = "a" });
        using var aws = SandboxCaller.Of(host);
        var first = await aws.CreateAsync("again", Bucket);
        await aws.DoAsync("DeleteStack", ("StackName", first));
        await aws.BecomesAsync(first, "DELETE_COMPLETE");

        Assert.NotEqual(first, await aws.CreateAsync("again", Bucket));
    }

    private static async Task<(string Stack, string Bucket)> IdsAsync(string? seed)
    {
        await using var host = await SandboxHost.StartAsync(new SandboxOptions { Speed = 100_000, Seed = seed });
        using var aws = SandboxCaller.Of(host);
        var id = await aws.CreateAsync("seeded", Bucket);
        await aws.BecomesAsync(id, "CREATE_COMPLETE");
        return (id, (await aws.DoAsync("DescribeStacks", ("StackName", id)))["OutputValue"]!);
    }
}
