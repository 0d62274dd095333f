namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class PagingTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private SandboxCaller Aws => sandbox.Aws;

    [Fact]
    public async Task Events_OfAHundredResources_ComeNewestFirstInPagesOfAHundred()
    {
        await Aws.CreateAsync("many", Templates.Topics(100));
        await Aws.BecomesAsync("many", "CREATE_COMPLETE");

        var pages = await PagesAsync("DescribeStackEvents", "StackEvents", "EventId", ("StackName", "many"));

        Assert.Equal([100, 100, 100, 2], pages.Select(p => p.Count));
        Assert.Equal(302, pages.SelectMany(p => p).Distinct().Count());
        var first = (await Aws.DoAsync("DescribeStackEvents", ("StackName", "many"))).Members("StackEvents")[0];
        Assert.Equal(("many", "CREATE_COMPLETE"), (SandboxCaller.Text(first, "LogicalResourceId"), SandboxCaller.Text(first, "ResourceStatus")));
    }

    [Fact]
    public async Task Events_ThatAppearBetweenTwoPages_ShiftNothing()
    {
        await using var slow = await SlowSandbox.StartAsync();
        await slow.Aws.CreateAsync("growing", Templates.Topics(150));
        var first = await slow.Aws.DoAsync("DescribeStackEvents", ("StackName", "growing"));
        await slow.AdvanceAsync(TimeSpan.FromHours(1));
        await slow.Aws.BecomesAsync("growing", "CREATE_COMPLETE");

        var second = await slow.Aws.DoAsync("DescribeStackEvents", ("StackName", "growing"), ("NextToken", first["NextToken"]!));

        var seen = first.Members("StackEvents").Concat(second.Members("StackEvents")).Select(e => SandboxCaller.Text(e, "EventId")).ToList();
        Assert.Equal(151, seen.Distinct().Count());
        Assert.Equal(151, seen.Count);
    }

    [Fact]
    public async Task Events_WithATokenOfSomethingElse_AreRefused()
    {
        await Aws.CreateAsync("token", Templates.Topics(1));

        var reply = await Aws.AskAsync("DescribeStackEvents", ("StackName", "token"), ("NextToken", "abc"));

        Assert.Equal("ValidationError", reply.Code);
    }

    [Fact]
    public async Task ListStacks_FiltersByStatusAndPages()
    {
        using var aws = new SandboxCaller(sandbox.Host.Url) { Region = "eu-north-1" };
        for (var i = 0; i < 103; i++) await aws.DoAsync("CreateChangeSet", ("StackName", $"s{i}"), ("ChangeSetName", "c"), ("ChangeSetType", "CREATE"), ("TemplateBody", Templates.Topics(1)));
        await aws.CreateAsync("real", Templates.Topics(1));
        await aws.BecomesAsync("real", "CREATE_COMPLETE");

        var first = await aws.DoAsync("ListStacks", ("StackStatusFilter.member.1", "REVIEW_IN_PROGRESS"));
        var second = await aws.DoAsync("ListStacks", ("StackStatusFilter.member.1", "REVIEW_IN_PROGRESS"), ("NextToken", first["NextToken"]!));
        var complete = await aws.DoAsync("ListStacks", ("StackStatusFilter.member.1", "CREATE_COMPLETE"));

        Assert.Equal((100, 3), (first.Members("StackSummaries").Count, second.Members("StackSummaries").Count));
        Assert.Equal("real", SandboxCaller.Text(Assert.Single(complete.Members("StackSummaries")), "StackName"));
    }

    private async Task<List<List<string?>>> PagesAsync(string operation, string list, string id, params (string, string)[] parameters)
    {
        var pages = new List<List<string?>>();
        string? token = null;
        do
        {
            var page = await Aws.DoAsync(operation, token is null ? parameters : [.. parameters, ("NextToken", token)]);
            pages.Add([.. page.Members(list).Select(e => SandboxCaller.Text(e, id))]);
            token = page["NextToken"];
        }
        while (token is not null);
        return pages;
    }
}
