using System.Globalization;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>Each of a hundred plans fits into an account that raised no quota.</summary>
public sealed class QuotaTests
{
    /// <summary>Defaults in a region: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html, https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html,
    /// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html, https://docs.aws.amazon.com/waf/latest/developerguide/limits.html, https://docs.aws.amazon.com/global-accelerator/latest/dg/limits-global-accelerator.html,
    /// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/logs/cloudwatch_limits_cwl.html, https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html</summary>
    private static readonly Dictionary<string, int> InARegion = new()
    {
        ["AWS::EC2::VPC"] = 5, ["AWS::EC2::InternetGateway"] = 5, ["AWS::EC2::EIP"] = 5, ["AWS::EC2::NatGateway"] = 5, ["AWS::EC2::VPCEndpoint"] = 20, ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = 50,
        ["AWS::RDS::DBInstance"] = 40, ["AWS::RDS::DBCluster"] = 40, ["AWS::WAFv2::WebACL"] = 100, ["AWS::GlobalAccelerator::Accelerator"] = 20,
        ["AWS::Logs::ResourcePolicy"] = 10, ["AWS::CloudFront::Distribution"] = 200, ["AWS::CloudFront::ResponseHeadersPolicy"] = 20,
    };

    /// <summary>Of what CloudFormation takes in one template: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</summary>
    [Fact]
    public void Stacks_FitIntoATemplate() => Assert.All(PlannedStack.All, stack =>
    {
        Assert.InRange(stack.Template.Resources.Count, 1, 500);
        Assert.InRange(stack.Template.Parameters.Count, 0, 200);
        Assert.InRange(stack.Template.Outputs.Count, 0, 200);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(stack.Template.Description), 1, 1024);
    });

    [Fact]
    public void Regions_FitIntoAnAccount() => Assert.Empty(
        from region in PlannedStack.All.GroupBy(stack => (stack.Of.Name, stack.Plan.Region))
        from type in region.SelectMany(stack => stack.Template.Resources).GroupBy(resource => resource.Type)
        where InARegion.TryGetValue(type.Key, out var most) && type.Count() > most
        select string.Create(CultureInfo.InvariantCulture, $"{region.Key} has {type.Count()} of {type.Key}"));
}
