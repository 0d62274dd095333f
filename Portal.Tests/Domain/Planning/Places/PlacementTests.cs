using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Planning.Places;

/// <summary>What must stand in one region stands there, and what stands elsewhere has keys of its own: over a hundred plans.</summary>
public sealed class PlacementTests
{
    private const string Global = "us-east-1";

    /// <summary>Keys of the region that a stack sends copies to; all others are of its own region.</summary>
    private static readonly string[] OfTheOther = ["SecondRegionKeyArn", "KeyArnB", "KeyArnC", "ReplicaKeyArn"];

    /// <summary>What AWS takes in one region only, and where it says so.</summary>
    public static TheoryData<string, string> Homes => new()
    {
        // https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
        { "web ACL of a distribution", Global },

        // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html#https-requirements-aws-region
        { "certificate of a distribution", Global },

        // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html and https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
        { "alarm on what is measured in one region", Global },

        // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html
        { "key that signs a zone", Global },

        // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
        { "log of the questions to a zone", Global },

        // https://docs.aws.amazon.com/general/latest/gr/billing.html
        { "budget", Global },

        // https://docs.aws.amazon.com/global-accelerator/latest/api/Welcome.html
        { "accelerator", "us-west-2" },

        // https://docs.aws.amazon.com/global-accelerator/latest/dg/cloudwatch-monitoring.html
        { "alarm on an accelerator", "us-west-2" },
    };

    [Theory]
    [MemberData(nameof(Homes))]
    public void GlobalThings_StandAtHome(string thing, string home)
    {
        var things = PlannedStack.All.SelectMany(stack => stack.Resources).Where(resource => Is(thing, resource)).ToList();

        Assert.NotEmpty(things);
        Assert.All(things, resource => Assert.True(Region(thing, resource) == home, $"{resource} stands in {Region(thing, resource)}"));
    }

    [Fact]
    public void Keys_AreOfTheRegionThatUsesThem()
    {
        var keys = PlannedStack.All.SelectMany(stack => stack.Plan.Parameters.Where(each => each.Key.Contains("KeyArn", StringComparison.Ordinal) && each.Value is StackParameter.FromStack)
            .Select(each => (stack, each.Key, Source: stack.Of.Plan.Stacks.Single(other => other.Name == ((StackParameter.FromStack)each.Value).Stack).Region))).ToList();

        Assert.Subset(keys.Select(each => each.Key).ToHashSet(), new HashSet<string> { "SecondRegionKeyArn", "KeyArnB", "ReplicaKeyArn" });
        Assert.All(keys, each => Assert.True(OfTheOther.Contains(each.Key) == (each.Source != each.stack.Plan.Region), $"{each.stack}: {each.Key} is of {each.Source}"));
    }

    /// <summary>Every module that keeps copies in a second region encrypts them with a key made there.</summary>
    [Theory]
    [InlineData("relational-replica", "DataKeyArn")]
    [InlineData("aurora-secondary", "DataKeyArn")]
    [InlineData("storage-replica", "DataKeyArn")]
    [InlineData("vault-copy", "BackupKeyArn")]
    public void Copies_HaveAKeyOfTheirOwn(string module, string parameter)
    {
        var copies = PlannedStack.All.Where(stack => stack.Plan.Module == module).ToList();

        Assert.NotEmpty(copies);
        Assert.All(copies, copy =>
        {
            Assert.NotEqual(copy.Of.Plan.Regions[0].Region, copy.Plan.Region);
            var key = Assert.IsType<StackParameter.FromStack>(copy.Plan.Parameters[parameter]);
            var foundation = copy.Of.Plan.Stacks.Single(stack => stack.Name == key.Stack);
            Assert.Equal(("foundation", copy.Plan.Region), (foundation.Module, foundation.Region));
        });
    }

    [Fact]
    public void CopiesOfTheTable_HaveAKeyOfTheirOwn()
    {
        var copies = PlannedStack.All.Where(stack => stack.Plan.Module == "table").SelectMany(stack => ((TemplateList)stack.Resources.Single(resource => resource.LogicalId == "Table").Properties["Replicas"]!).Items
            .Select(replica => (stack, Region: stack.Value(((TemplateMap)replica)["Region"]), Key: stack.Value(((TemplateMap)replica).Section("SSESpecification")["KMSMasterKeyId"])))).ToList();

        Assert.Contains(copies, copy => copy.Region != copy.stack.Plan.Region);
        Assert.All(copies, copy => Assert.Equal($"{copy.stack.Of.Plan.Stacks.Single(stack => stack.Module == "foundation" && stack.Region == copy.Region).Name}.DataKeyArn", copy.Key));
    }

    private static bool Is(string thing, PlannedResource resource) => (thing, resource.Type) switch
    {
        ("web ACL of a distribution", "AWS::WAFv2::WebACL") => resource.Value("Scope") == "CLOUDFRONT",
        ("certificate of a distribution", "AWS::CloudFront::Distribution") => Certificate(resource) is not null,
        ("alarm on what is measured in one region", "AWS::CloudWatch::Alarm") => resource.Value("Namespace") is "AWS/Route53" or "AWS/CloudFront",
        ("alarm on an accelerator", "AWS::CloudWatch::Alarm") => resource.Value("Namespace") == "AWS/GlobalAccelerator",
        ("key that signs a zone", "AWS::Route53::KeySigningKey") or ("budget", "AWS::Budgets::Budget") or ("accelerator", "AWS::GlobalAccelerator::Accelerator") => true,
        ("log of the questions to a zone", "AWS::Route53::HostedZone") => resource.Properties["QueryLoggingConfig"] is not null,
        _ => false,
    };

    private static string Region(string thing, PlannedResource resource) => thing == "certificate of a distribution"
        ? resource.Stack.Of.Plan.Stacks.Single(stack => stack.Name == Certificate(resource)!.Split('.')[0]).Region
        : resource.Stack.Plan.Region;

    private static string? Certificate(PlannedResource distribution) => distribution.Stack.Value(distribution.Properties.Section("DistributionConfig").Section("ViewerCertificate")["AcmCertificateArn"]);
}
