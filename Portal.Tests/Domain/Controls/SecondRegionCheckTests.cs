using Portal.Domain.Controls;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Controls;

/// <summary>What checks ask of a second region: copies by their source, redundancy where it serves, logs where it stands by.</summary>
public sealed class SecondRegionCheckTests
{
    [Theory]
    [InlineData("data-encrypted")]
    [InlineData("access-logs")]
    [InlineData("backup-copies")]
    public void LogBucket_OfARegionThatStandsBy_IsStillALogBucket(string check)
    {
        var foundation = ControlledShop.Whole.Stacks.Single(stack => stack.Name == ControlledShop.Stack("foundation"));
        var standby = foundation with { Name = "storefront-shop-eu-west-1-foundation", Region = "eu-west-1" };

        Assert.Empty(ControlChecks.Look(check, ControlledShop.Whole with { Stacks = [.. ControlledShop.Whole.Stacks, standby] }).Faults);
    }

    /// <summary>What the copy itself says of a key, what its source says of encryption, and whether the check holds.</summary>
    [Theory]
    [InlineData("KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012'", "true", true)]
    [InlineData("KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012'", "false", false)]
    [InlineData("KmsKeyId: alias/aws/rds", "true", false)]
    [InlineData("Port: 5433", "true", false)]
    public void Encryption_OfACopyInAnotherRegion_IsItsSources_WithAKeyOfThatRegion(string property, string source, bool holds)
    {
        var copy = new ControlledStack("storefront-shop-eu-west-1-relational-replica", "eu-west-1",
            TemplateReader.Read($"{{Parameters: {{SourceDbArn: {{Type: String}}}}, Resources: {{Replica: {{Type: 'AWS::RDS::DBInstance', Properties: {{SourceDBInstanceIdentifier: !Ref SourceDbArn, {property}}}}}}}}}"),
            new Dictionary<string, TemplateValue> { ["SourceDbArn"] = TemplateValue.FromStack(ControlledShop.Stack("relational"), "DbArn") });
        var whole = ControlledShop.Whole.With("relational", "Resources/Database/Properties/StorageEncrypted", source);

        var outcome = ControlChecks.Look("data-encrypted", whole with { Stacks = [.. whole.Stacks, copy] });

        Assert.Equal(holds, outcome.Holds);
        Assert.Equal(holds, outcome.Proof.Contains(new Evidence(copy.Name, "Replica")));
    }

    /// <summary>What stands in one zone of a second region, and what is wrong with it where that region serves.</summary>
    public static TheoryData<string, string> OfOneZone => new()
    {
        { "{Type: 'AWS::ElastiCache::ReplicationGroup'}", "a cache has no standby" },
        { "{Type: 'AWS::RDS::DBCluster', Properties: {GlobalClusterIdentifier: shop}}", "a database cluster has fewer than two members" },
        { "{Type: 'AWS::RDS::DBInstance', Properties: {SourceDBInstanceIdentifier: !Ref SourceDbArn, MultiAZ: false}}", "a database has no standby" },
        { "{Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: {MinSize: 0, VPCZoneIdentifier: !Ref AppSubnetIds}}", "fewer servers run than there are zones" },
    };

    [Theory]
    [MemberData(nameof(OfOneZone))]
    public void Redundancy_IsAskedWhereUsersAreServed_AndNamedWhereTheyAreNotYet(string resource, string fault)
    {
        var second = Second(resource, "!Join [',', [!Ref PublicSubnetA, !Ref PublicSubnetB]]");
        var evidence = new Evidence("storefront-shop-eu-west-1-second", "Thing");

        var serving = ControlChecks.Look("redundant", second);
        var standing = ControlChecks.Look("redundant", second with { StandbyRegions = new HashSet<string> { "eu-west-1" } });

        Assert.Equal([new ControlFault(evidence, fault)], serving.Faults);
        Assert.Empty(serving.Remarks);
        Assert.True(standing.Holds);
        Assert.Equal([$"eu-west-1 serves nobody until it takes over; until then one zone or none carries {evidence.Stack}/{evidence.Resource}."], standing.Remarks);
        Assert.DoesNotContain(evidence, standing.Proof.Except(serving.Proof));
    }

    /// <summary>AWS takes no notice of what members of a global database say: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html (limitations)</summary>
    [Theory]
    [InlineData("engine: postgresql, sizeGb: 50, service: aurora", "region: { rpo: 1m, rto: 2h }", FindingStatus.Organisational)]
    [InlineData("engine: postgresql, sizeGb: 50, service: aurora", "", FindingStatus.Satisfied)]
    [InlineData("engine: postgresql, sizeGb: 50, service: rds", "region: { rpo: 1m, rto: 2h }", FindingStatus.Satisfied)]
    public void MinorVersions_OfAGlobalDatabase_AreLeftToPeople_WhoStartWithTheCopy(string database, string loss, FindingStatus status)
    {
        var sheet = RelationalSheets.With($"{{ {database} }}", $"zone: {{ rpo: 5m, rto: 30m }}\n  {loss}");
        var plan = Designs.Run(FrontSheets.Named(sheet) with { Compliance = [ComplianceProgram.PciDss] }).Plan;

        var finding = plan.Controls.Single(each => each.Id == "pci-dss/6.3.3");
        var isPeoples = status == FindingStatus.Organisational;
        Assert.Equal((status, isPeoples), (finding.Status, finding.Evidence.Count == 0));
        Assert.Equal(isPeoples, finding.Action!.Contains($"copies first (storefront-shop-{plan.Regions[^1].Region}-aurora-secondary, storefront-shop-eu-west-1-aurora)", StringComparison.Ordinal));
        Assert.Equal(isPeoples, plan.Warnings.Any(warning => warning.Requirement == "recovery.region" && warning.Text.Contains("upgrade the other region's cluster first", StringComparison.Ordinal)));
    }

    /// <summary>What does take its versions by itself is still asked whether it does.</summary>
    [Fact]
    public void MinorVersions_OfACacheBesideAGlobalDatabase_AreStillAsked()
    {
        var second = Second("{Type: 'AWS::RDS::DBCluster', Properties: {GlobalClusterIdentifier: shop}}", "!Ref PublicSubnetA").With("relational", "Resources/Database/Properties/AutoMinorVersionUpgrade", "false");

        Assert.Equal("a database does not take minor versions by itself", Assert.Single(ControlChecks.Look("minor-updates", second).Faults).Why);
    }

    [Fact]
    public void Redundancy_OfARegionThatStandsBy_StillAsksForTwoZonesToServeFrom()
    {
        var second = Second("{Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: {MinSize: 0, VPCZoneIdentifier: !Ref AppSubnetIds}}", "!Ref PublicSubnetA");

        var outcome = ControlChecks.Look("redundant", second with { StandbyRegions = new HashSet<string> { "eu-west-1" } });

        Assert.Contains("the servers stand in one zone", outcome.Faults.Select(fault => fault.Why));
    }

    /// <summary>The shop with one thing more in another region, on those subnets of it.</summary>
    private static ControlledEnvironment Second(string resource, string subnets)
    {
        var network = ControlledShop.Whole.Stacks.Single(stack => stack.Name == ControlledShop.Stack("network"));
        var (there, name) = (ControlledShop.Whole.With("network", "Outputs/AppSubnetIds/Value", subnets), "storefront-shop-eu-west-1-network");
        var second = new ControlledStack("storefront-shop-eu-west-1-second", "eu-west-1",
            TemplateReader.Read($"{{Parameters: {{SourceDbArn: {{Type: String}}, AppSubnetIds: {{Type: String}}}}, Resources: {{Thing: {resource}}}}}"),
            new Dictionary<string, TemplateValue> { ["SourceDbArn"] = TemplateValue.FromStack(ControlledShop.Stack("relational"), "DbArn"), ["AppSubnetIds"] = TemplateValue.FromStack(name, "AppSubnetIds") });
        return ControlledShop.Whole with { Stacks = [.. ControlledShop.Whole.Stacks, there.Stacks.Single(stack => stack.Name == network.Name) with { Name = name, Region = "eu-west-1" }, second] };
    }
}
