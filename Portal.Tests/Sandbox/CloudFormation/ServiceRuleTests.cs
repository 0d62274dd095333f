namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class ServiceRuleTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private SandboxCaller Aws => sandbox.Aws;

    public static TheoryData<string, string, string> Refused => new()
    {
        { "typo", "Type: AWS::SNS::Topic, Properties: { DisplayNam: x }", "Properties validation failed for resource R with message:\n#: extraneous key [DisplayNam] is not permitted" },
        { "lacking", "Type: AWS::EC2::SecurityGroup, Properties: { GroupName: x }", "Properties validation failed for resource R with message:\n#: required key [GroupDescription] not found" },
        { "strange", "Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: x, VpcId: vpc-00000000000000000 }", "The vpc ID 'vpc-00000000000000000' does not exist" },
        { "edge", "Type: AWS::WAFv2::WebACL, Properties: { Scope: CLOUDFRONT, DefaultAction: { Allow: {} }, VisibilityConfig: {} }", "parameter: CLOUDFRONT" },
        { "questions", "Type: AWS::Route53::HostedZone, Properties: { Name: example.com, QueryLoggingConfig: { CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:x' } }", "There is no CloudWatch Logs log group" },
        { "signature", "Type: AWS::Route53::KeySigningKey, Properties: { HostedZoneId: Z1, Name: signing_key, Status: ACTIVE, KeyManagementServiceArn: 'arn:aws:kms:eu-central-1:111122223333:key/x' }", "isn't valid to use with DNSSEC signing" },
        { "backups", "Type: AWS::Backup::BackupPlan, Properties: { BackupPlan: { BackupPlanName: storefront/shop production, BackupPlanRule: [] } }", "Must contain 1 to 50 alphanumeric or '-_.' characters" },
        { "password", "Type: AWS::RDS::DBInstance, Properties: { Engine: postgres, ManageMasterUserPassword: true, MasterUserPassword: secret }", "You can't specify MasterUserPassword" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task AResource_ThatItsServiceRefuses_FailsWithItsWords(string stack, string resource, string words)
    {
        await Aws.CreateAsync(stack, $"Resources: {{ R: {{ {resource} }} }}");
        await Aws.BecomesAsync(stack, "ROLLBACK_COMPLETE");

        Assert.Contains(words, (await Aws.EventsAsync(stack)).First(e => e is ("R", "CREATE_FAILED", _)).Reason);
    }

    [Fact]
    public async Task ANetwork_ThatAnotherStackUses_CannotBeDeleted()
    {
        var network = await DoneAsync("net", "Resources: { Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/20 } } }\nOutputs: { Id: { Value: !Ref Vpc } }");
        var vpc = (await Aws.DoAsync("DescribeStacks", ("StackName", network)))["OutputValue"]!;
        var user = await DoneAsync("groups", "Parameters: { V: { Type: AWS::EC2::VPC::Id } }\nResources: { G: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: x, VpcId: !Ref V } } }", ("Parameters.member.1.ParameterKey", "V"), ("Parameters.member.1.ParameterValue", vpc));

        await Aws.DoAsync("DeleteStack", ("StackName", network));
        await Aws.BecomesAsync(network, "DELETE_FAILED");
        await Aws.DoAsync("DeleteStack", ("StackName", user));
        await Aws.BecomesAsync(user, "DELETE_COMPLETE");
        await Aws.DoAsync("DeleteStack", ("StackName", network));
        await Aws.BecomesAsync(network, "DELETE_COMPLETE");

        Assert.Contains(await Aws.EventsAsync(network), e => e.Status == "DELETE_FAILED" && e.Reason!.Contains($"The vpc '{vpc}' has dependencies and cannot be deleted."));
    }

    [Fact]
    public async Task AProtectedDatabase_IsOnlyDeletedOnceItIsFreed()
    {
        const string Template = "Resources: { D: { Type: AWS::RDS::DBInstance, Properties: { Engine: postgres, DeletionProtection: true } } }";
        var id = await DoneAsync("locked", Template);
        await Aws.DoAsync("DeleteStack", ("StackName", id));
        await Aws.BecomesAsync(id, "DELETE_FAILED");

        var freed = await DoneAsync("locked2", Template);
        await Aws.DoAsync("UpdateStack", ("StackName", freed), ("TemplateBody", Template.Replace("true", "false")));
        await Aws.BecomesAsync(freed, "UPDATE_COMPLETE");
        await Aws.DoAsync("DeleteStack", ("StackName", freed));

        await Aws.BecomesAsync(freed, "DELETE_COMPLETE");
        Assert.Contains(await Aws.EventsAsync(id), e => e.Status == "DELETE_FAILED" && e.Reason!.Contains("Cannot delete protected DB Instance"));
    }

    [Fact]
    public async Task ADetector_CanOnlyBeOneInAnAccountAndRegion()
    {
        using var aws = new SandboxCaller(sandbox.Host.Url) { Region = "eu-west-3" };
        const string Template = "Resources: { D: { Type: AWS::GuardDuty::Detector, Properties: { Enable: true } } }";
        await aws.CreateAsync("first", Template);
        await aws.BecomesAsync("first", "CREATE_COMPLETE");

        await aws.CreateAsync("second", Template);

        await aws.BecomesAsync("second", "ROLLBACK_COMPLETE");
    }

    [Fact]
    public async Task OverlappingSubnets_AreRefused()
    {
        await Aws.CreateAsync("overlap", """
            Resources:
              Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/20 } }
              A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
              B: { Type: AWS::EC2::Subnet, DependsOn: A, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.128/25 } }
            """);
        await Aws.BecomesAsync("overlap", "ROLLBACK_COMPLETE");

        Assert.Contains(await Aws.EventsAsync("overlap"), e => e.LogicalId == "B" && e.Reason?.Contains("The CIDR '10.0.0.128/25' conflicts with another subnet") == true);
    }

    [Theory]
    [InlineData("", "ROLLBACK_COMPLETE")]
    [InlineData("OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerEnforced }] }", "ROLLBACK_COMPLETE")]
    [InlineData("OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerPreferred }] }", "CREATE_COMPLETE")]
    public async Task ADistribution_LogsOnlyIntoABucketWithAccessLists(string ownership, string status)
    {
        var stack = $"viewer-log-{ownership.Length}";
        await Aws.CreateAsync(stack, $$"""
            Resources:
              Log: { Type: AWS::S3::Bucket, Properties: { {{ownership}} } }
              D: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { Enabled: true, Logging: { Bucket: !GetAtt Log.RegionalDomainName } } } }
            """);
        await Aws.BecomesAsync(stack, status);

        Assert.Equal(status == "ROLLBACK_COMPLETE", (await Aws.EventsAsync(stack)).Any(e => e.LogicalId == "D" && e.Reason?.Contains("does not enable ACL access") == true));
    }

    private async Task<string> DoneAsync(string stack, string template, params (string, string)[] more)
    {
        var id = await Aws.CreateAsync(stack, template, more);
        await Aws.BecomesAsync(stack, "CREATE_COMPLETE");
        return id;
    }
}
