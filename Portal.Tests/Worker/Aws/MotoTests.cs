using Portal.Domain.Planning.Search.Topics;
using Portal.Worker.Aws;
using Portal.Worker.Aws.CloudFormation;

namespace Portal.Tests.Worker.Aws;

/// <summary>The real clients against an AWS by other hands: signatures, addresses and accounts hold together.</summary>
public sealed class MotoTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Template = """
        Parameters: { Size: { Type: String }, Secret: { Type: String, NoEcho: true, Default: x } }
        Resources:
          Words: { Type: AWS::SSM::Parameter, Properties: { Name: !Sub "/portal/${AWS::StackName}", Type: String, Value: !Ref Size } }
          Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: portal } }
        Outputs: { Place: { Value: !Ref Topic } }
        """;

    [Fact]
    public async Task Stack_GoesItsWholeWay_ByChangeSets()
    {
        moto.Required();
        using var clients = AwsUnderTest.Clients(moto.Url);
        var cloudFormation = clients.For(AwsUnderTest.Target).CloudFormation;

        var ids = await cloudFormation.CreateChangeSetAsync(Change("shop", ChangeSetType.Create, "large & <small>"), CancellationToken.None);
        var planned = await cloudFormation.DescribeChangeSetAsync(ids.StackId, ids.ChangeSetId, CancellationToken.None);
        var listed = await cloudFormation.ListChangeSetsAsync(ids.StackId, CancellationToken.None);
        await cloudFormation.ExecuteChangeSetAsync(ids.StackId, ids.ChangeSetId, "t-1", CancellationToken.None);
        var made = await cloudFormation.DescribeStackAsync(ids.StackId, CancellationToken.None);
        var resources = await cloudFormation.ResourcesAsync(ids.StackId, CancellationToken.None).ToListAsync();
        await cloudFormation.SetStackPolicyAsync(ids.StackId, """{"Statement":[{"Effect":"Allow","Action":"Update:*","Principal":"*","Resource":"*"}]}""", CancellationToken.None);
        var template = await cloudFormation.GetTemplateAsync(ids.StackId, CancellationToken.None);
        await cloudFormation.DeleteStackAsync(ids.StackId, "t-2", CancellationToken.None);
        var gone = await cloudFormation.DescribeStackAsync("shop", CancellationToken.None);

        Assert.Equal(("CREATE_COMPLETE", "AVAILABLE", "portal-1"), (planned!.Status, planned.ExecutionStatus, planned.Name));
        Assert.Equal([("Add", "Topic"), ("Add", "Words")], planned.Changes.Select(change => (change.Action, change.LogicalId)).Order());
        // moto lists the sets of all stacks.
        Assert.Equal("portal-1", Assert.Single(listed, set => set.StackId == ids.StackId).Name);
        Assert.Equal(("shop", "CREATE_COMPLETE", ids.StackId), (made!.Name, made.Status, made.Id));
        Assert.Equal("large & <small>", made.Parameters["Size"]);
        Assert.Equal("storefront/shop é", made.Tags["portal:environment"]);
        Assert.Equal(["AWS::SNS::Topic", "AWS::SSM::Parameter"], resources.Select(resource => resource.Type).Order());
        Assert.Contains("AWS::SNS::Topic", template);
        Assert.Null(gone);
    }

    [Fact]
    public async Task ChangeSet_ThatChangesNothing_SaysSo()
    {
        moto.Required();
        using var clients = AwsUnderTest.Clients(moto.Url);
        var cloudFormation = clients.For(AwsUnderTest.Target).CloudFormation;
        var first = await cloudFormation.CreateChangeSetAsync(Change("same", ChangeSetType.Create, "one"), CancellationToken.None);
        await cloudFormation.ExecuteChangeSetAsync(first.StackId, first.ChangeSetId, "t", CancellationToken.None);

        // moto knows stacks of an update by name only.
        var second = await cloudFormation.CreateChangeSetAsync(Change("same", ChangeSetType.Update, "one") with { Name = "portal-2" }, CancellationToken.None);
        var observed = await cloudFormation.DescribeChangeSetAsync(first.StackId, second.ChangeSetId, CancellationToken.None);
        await cloudFormation.DeleteChangeSetAsync(first.StackId, second.ChangeSetId, CancellationToken.None);

        Assert.True(observed!.HasNoChanges, observed.Reason);
    }

    [Fact]
    public async Task Events_ComeNewestFirst_UntilOneThatWasSeen()
    {
        moto.Required();
        using var clients = AwsUnderTest.Clients(moto.Url);
        var cloudFormation = clients.For(AwsUnderTest.Target).CloudFormation;
        var ids = await cloudFormation.CreateChangeSetAsync(Change("eventful", ChangeSetType.Create, "e"), CancellationToken.None);
        await cloudFormation.ExecuteChangeSetAsync(ids.StackId, ids.ChangeSetId, "t", CancellationToken.None);

        var all = await cloudFormation.EventsAsync(ids.StackId, lastSeen: null, CancellationToken.None).ToListAsync();
        var fresh = await cloudFormation.EventsAsync(ids.StackId, all[1].EventId, CancellationToken.None).ToListAsync();

        Assert.Equal("CREATE_COMPLETE", all[0].Status);
        Assert.True(all[0].IsOfStack);
        Assert.Equal(all[0].EventId, Assert.Single(fresh).EventId);
    }

    [Fact]
    public async Task Accounts_AreWorldsApart_EachByItsOwnRole()
    {
        moto.Required();
        using var clients = AwsUnderTest.Clients(moto.Url);
        var (here, there) = (clients.For(AwsUnderTest.Target), clients.For(new AwsTarget("555566667777", "eu-west-1")));
        await here.CloudFormation.CreateChangeSetAsync(Change("mine", ChangeSetType.Create, "m"), CancellationToken.None);

        var who = await there.Identity.WhoAmIAsync(CancellationToken.None);

        Assert.Equal("555566667777", who.Account);
        Assert.Equal("arn:aws:sts::555566667777:assumed-role/portal-deployer/portal-worker", who.Arn);
        Assert.NotNull(await here.CloudFormation.DescribeStackAsync("mine", CancellationToken.None));
        Assert.Null(await there.CloudFormation.DescribeStackAsync("mine", CancellationToken.None));
        Assert.Contains("mine", await here.CloudFormation.ListStacksInProgressAsync(CancellationToken.None).Select(stack => stack.Name).ToListAsync());
        Assert.Empty(await there.CloudFormation.ListStacksAsync([], CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task Image_IsFoundByItsParameter_AndAbsentWhereThereIsNone()
    {
        moto.Required();
        using var clients = AwsUnderTest.Clients(moto.Url);
        var images = clients.For(AwsUnderTest.Target).Images;
        const string Known = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

        var found = await images.ResolveAsync([Known, "/aws/service/none"], CancellationToken.None);

        Assert.StartsWith("ami-", Assert.Single(found).Value);
        Assert.Equal(found[Known], await images.ResolveAsync(Known, CancellationToken.None));
        Assert.Null(await images.ResolveAsync("/aws/service/none", CancellationToken.None));
    }

    private static NewChangeSet Change(string stack, ChangeSetType type, string size) => new()
    {
        Stack = stack,
        Type = type,
        Name = "portal-1",
        Token = "portal-1-token",
        TemplateBody = Template,
        Parameters = new Dictionary<string, string> { ["Size"] = size },
        Tags = new Dictionary<string, string> { ["portal:environment"] = "storefront/shop é" },
        Capabilities = ["CAPABILITY_NAMED_IAM"],
    };
}
