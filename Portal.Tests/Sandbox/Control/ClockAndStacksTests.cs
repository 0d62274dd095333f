namespace Portal.Tests.Sandbox.Control;

public sealed class ClockAndStacksTests
{
    [Fact]
    public async Task AdvancedClock_StampsEventsAndEndsWhatTakesTime()
    {
        await using var slow = await SlowSandbox.StartAsync();
        await slow.Aws.CreateAsync("dated", Templates.Topics(1));

        await slow.AdvanceAsync(TimeSpan.FromDays(40));
        await slow.Aws.BecomesAsync("dated", "CREATE_COMPLETE");

        var last = (await slow.Aws.DoAsync("DescribeStackEvents", ("StackName", "dated"))).All("Timestamp")[0].Value;
        Assert.True(DateTimeOffset.Parse(last) > TimeProvider.System.GetUtcNow().AddDays(39));
    }

    [Fact]
    public async Task FasterSpeed_ShortensWhatIsAlreadyUnderWay()
    {
        await using var slow = await SlowSandbox.StartAsync();
        await slow.Aws.CreateAsync("hurried", "Resources: { D: { Type: AWS::RDS::DBInstance, Properties: { Engine: postgres } } }");

        await slow.Aws.ControlAsync("clock", new { speed = 100_000 });

        await slow.Aws.BecomesAsync("hurried", "CREATE_COMPLETE");
    }

    [Fact]
    public async Task Stacks_IsTheTruthOfAllAccountsAndRegions()
    {
        await using var slow = await SlowSandbox.StartAsync();
        await slow.Aws.CreateAsync("truth", Templates.Chain);

        var stack = (await slow.Aws.ControlAsync("stacks"))[0];

        Assert.Equal(("111122223333", "eu-central-1", "truth", "CREATE_IN_PROGRESS"),
            (stack.GetProperty("account").GetString(), stack.GetProperty("region").GetString(), stack.GetProperty("name").GetString(), stack.GetProperty("status").GetString()));
        Assert.Equal(["AWS::KMS::Key", "AWS::SNS::Topic"], stack.GetProperty("resources").EnumerateArray().Select(r => r.GetProperty("type").GetString()).Order());
    }
}
