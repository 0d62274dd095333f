namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class CreateStackTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    [Fact]
    public async Task Create_GivesEveryResourceThreeEventsInDependencyOrder()
    {
        await sandbox.Aws.CreateAsync("chain", Templates.Chain);
        await sandbox.Aws.BecomesAsync("chain", "CREATE_COMPLETE");

        var events = await sandbox.Aws.EventsAsync("chain");

        var ofChain = events.Where(e => e.LogicalId is "Key" or "Topic" or "Alarm").ToList();
        string[] stages = ["CREATE_IN_PROGRESS ", "CREATE_IN_PROGRESS Resource creation Initiated", "CREATE_COMPLETE "];
        Assert.Equal(from id in new[] { "Key", "Topic", "Alarm" } from stage in stages select $"{id} {stage}", ofChain.Select(e => $"{e.LogicalId} {e.Status} {e.Reason}"));
        Assert.Equal(("chain", "CREATE_IN_PROGRESS", "User Initiated"), events[0]);
        Assert.Equal(("chain", "CREATE_COMPLETE", null), events[^1]);
    }

    [Fact]
    public async Task Create_StartsWhatDependsOnNothingTogether()
    {
        await using var slow = await SlowSandbox.StartAsync();

        await slow.Aws.CreateAsync("chain", Templates.Chain);

        Assert.Equal(["Key", "Loose"], (await slow.Aws.EventsAsync("chain")).Where(e => e.LogicalId != "chain").Select(e => e.LogicalId).Order());
        Assert.Equal("CREATE_IN_PROGRESS", await slow.Aws.StatusAsync("chain"));
    }

    [Fact]
    public async Task Create_OfThreeTiers_HasTheOutputsOfTheServices()
    {
        await sandbox.Aws.CreateAsync("tiers", Templates.ThreeTier);
        await sandbox.Aws.BecomesAsync("tiers", "CREATE_COMPLETE");

        var outputs = (await sandbox.Aws.DoAsync("DescribeStacks", ("StackName", "tiers"))).Members("Outputs").ToDictionary(o => SandboxCaller.Text(o, "OutputKey")!, o => SandboxCaller.Text(o, "OutputValue")!);

        Assert.Matches(@"^tiers-balancer-\w+-\d+\.eu-central-1\.elb\.amazonaws\.com$", outputs["Dns"]);
        Assert.Matches("^Z[A-Z0-9]{13}$", outputs["Zone"]);
        Assert.Matches(@"^tiers-database-\w+\.c\w+\.eu-central-1\.rds\.amazonaws\.com$", outputs["Endpoint"]);
        Assert.StartsWith("arn:aws:secretsmanager:eu-central-1:111122223333:secret:rds!db-", outputs["Secret"]);
    }

    [Theory]
    [InlineData("oneZone", "Balancer", "At least two subnets in two different Availability Zones must be specified")]
    [InlineData("oneZoneDb", "SubnetGroup", "Add subnets to cover at least 2 AZs")]
    public async Task Create_WithSubnetsInOneZone_IsRefusedByTheService(string stack, string resource, string words)
    {
        var template = Templates.ThreeTier.Replace(resource == "Balancer" ? "  SubnetGroup:" : "  Balancer:", "  Unused:");
        var lines = template.Split('\n').Where(l => !l.Contains("Unused") && !l.Contains("Database") && !l.Contains("Dns") && !l.Contains("Zone: {") && !l.Contains("Outputs") && !l.Contains("Endpoint") && !l.Contains("Secret") && !l.Contains("Type: AWS::RDS::DBInstance") && !l.Contains("DeletionPolicy") && !l.Contains("Engine: postgres"));

        await sandbox.Aws.CreateAsync(stack, string.Join('\n', lines).Replace("!Ref SecondZone", "eu-central-1a").Replace("  SecondZone: { Type: AWS::EC2::AvailabilityZone::Name, Default: eu-central-1b }\n", ""));
        await sandbox.Aws.BecomesAsync(stack, "ROLLBACK_COMPLETE");

        Assert.Contains(await sandbox.Aws.EventsAsync(stack), e => e.LogicalId == resource && e.Status == "CREATE_FAILED" && e.Reason!.Contains(words));
    }

    [Fact]
    public async Task Create_OfAnExistingName_IsRefused()
    {
        await sandbox.Aws.CreateAsync("twice", Templates.Topics(1));

        var reply = await sandbox.Aws.AskAsync("CreateStack", ("StackName", "twice"), ("TemplateBody", Templates.Topics(1)));

        Assert.Equal((400, "AlreadyExistsException", "Stack [twice] already exists"), (reply.Status, reply.Code, reply.Message));
    }

    [Fact]
    public async Task Create_WithTheSameToken_GivesTheFirstResultAndMakesNothing()
    {
        var first = await sandbox.Aws.CreateAsync("tokened", Templates.Topics(1), ("ClientRequestToken", "token-1"));

        var again = await sandbox.Aws.CreateAsync("tokened", Templates.Topics(1), ("ClientRequestToken", "token-1"));
        var other = await sandbox.Aws.AskAsync("DeleteStack", ("StackName", first), ("ClientRequestToken", "token-1"));

        Assert.Equal(first, again);
        Assert.Equal((400, "TokenAlreadyExistsException"), (other.Status, other.Code));
        var journal = (await sandbox.Aws.ControlAsync("journal")).EnumerateArray().Where(e => e.GetProperty("stack").GetString() == "tokened");
        Assert.Equal(["accepted", "replayed", "refused"], journal.Select(e => e.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Create_OfIamResources_NeedsTheCapability()
    {
        const string Template = "Resources: { R: { Type: AWS::IAM::Role, Properties: { RoleName: fixed, AssumeRolePolicyDocument: {} } } }";

        var without = await sandbox.Aws.AskAsync("CreateStack", ("StackName", "iam"), ("TemplateBody", Template), ("Capabilities.member.1", "CAPABILITY_IAM"));
        var with = await sandbox.Aws.AskAsync("CreateStack", ("StackName", "iam"), ("TemplateBody", Template), ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"));

        Assert.Equal((400, "InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_NAMED_IAM]"), (without.Status, without.Code, without.Message));
        Assert.Equal(200, with.Status);
    }

    [Fact]
    public async Task Create_OfABucketNameThatIsTaken_FailsThatResource()
    {
        const string Template = "Resources: { B: { Type: AWS::S3::Bucket, Properties: { BucketName: only-one-in-the-world } } }";
        using var elsewhere = new SandboxCaller(sandbox.Host.Url) { Region = "eu-west-1" };
        await sandbox.Aws.CreateAsync("bucket-a", Template);
        await sandbox.Aws.BecomesAsync("bucket-a", "CREATE_COMPLETE");

        await elsewhere.CreateAsync("bucket-b", Template);
        await elsewhere.BecomesAsync("bucket-b", "ROLLBACK_COMPLETE");

        Assert.Contains(await elsewhere.EventsAsync("bucket-b"), e => e.Status == "CREATE_FAILED" && e.Reason!.Contains("HandlerErrorCode: AlreadyExists"));
    }

    [Fact]
    public async Task Create_WithATypeOfASubnetThatDoesNotExist_IsRefused()
    {
        const string Template = "{Parameters: {S: {Type: 'List<AWS::EC2::Subnet::Id>'}}, Resources: {T: {Type: AWS::SNS::Topic}}}";

        var reply = await sandbox.Aws.AskAsync("CreateStack", ("StackName", "nosubnet"), ("TemplateBody", Template.Replace("{Parameters", "---\n{Parameters")), ("Parameters.member.1.ParameterKey", "S"), ("Parameters.member.1.ParameterValue", "subnet-1"));

        Assert.Equal("Parameter validation failed: parameter value subnet-1 for parameter name S does not exist", reply.Message);
    }
}
