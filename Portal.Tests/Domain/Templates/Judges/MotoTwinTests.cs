using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>moto makes the same of a module and of what the resolver left of it: resources, properties, outputs, and what its services show.</summary>
/// <remarks>
/// What moto cannot make (AWS::KMS::Key as CloudFormation spells it, Aurora, replicas, and every type it does not know) is evaluated by it all the same and compared;
/// twins.py names these and what its evaluator lacks.
/// </remarks>
public sealed class MotoTwinTests
{
    [Fact]
    public async Task Module_IsTheSame_UnresolvedAndResolved()
    {
        var twins = TemplateCatalogue.Load().SelectMany(module => ModuleGrid.ValuesOf(module.Name)).Select(cell => Twin.Of(cell, "twin")).ToList();

        var reports = await MotoTwins.DeployAsync(twins);

        Assert.Equal(twins.Select(twin => twin.Cell), reports.Select(report => report.Cell));
        Assert.All(reports, report => Assert.True(report.Differences.Count == 0, $"{report.Cell}\n{string.Join('\n', report.Differences.Take(5))}"));
        Assert.Equal(twins.Select(twin => twin.Resolved.ResourceTypes.Count), reports.Select(report => report.Evaluated));
        Assert.Superset(ExpectedTypes, reports.SelectMany(report => report.Types).ToHashSet());
        Assert.All(reports.Where(report => ExpectedTypes.Overlaps(report.Types)), report => Assert.True(report.Described > 0, $"{report.Cell}: nothing was described"));
    }

    [Fact]
    public async Task Difference_IsFound()
    {
        var twin = Twin.Of(ModuleGrid.Of("network").First(cell => cell.Parameters["ZoneB"] != TemplateValue.Text("")), "twin");
        var other = twin.Resolved with { Body = twin.Resolved.Body.Replace("AvailabilityZone: !Ref ZoneA", "AvailabilityZone: !Ref ZoneB", StringComparison.Ordinal) };

        var report = Assert.Single(await MotoTwins.DeployAsync([twin with { Resolved = other }]));

        Assert.Contains(report.Differences, difference => difference == "/resources/AppSubnetA/Properties/AvailabilityZone: \"eu-central-1a\" in the module, \"eu-central-1b\" resolved");
        Assert.Contains(report.Differences, difference => difference.StartsWith("/services/ec2:describe_subnets/", StringComparison.Ordinal) && difference.Contains("/AvailabilityZone: ", StringComparison.Ordinal));
    }

    /// <summary>What moto makes and shows of the catalogue.</summary>
    private static readonly HashSet<string> ExpectedTypes =
    [
        "AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::InternetGateway", "AWS::EC2::NatGateway", "AWS::EC2::RouteTable", "AWS::EC2::Route", "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress",
        "AWS::EC2::VPCEndpoint", "AWS::EC2::FlowLog", "AWS::EC2::LaunchTemplate", "AWS::AutoScaling::AutoScalingGroup", "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::RDS::DBInstance", "AWS::RDS::DBSubnetGroup", "AWS::RDS::DBParameterGroup", "AWS::S3::Bucket",
        "AWS::SNS::Topic", "AWS::IAM::Role", "AWS::IAM::ManagedPolicy", "AWS::IAM::InstanceProfile", "AWS::Logs::LogGroup", "AWS::CloudWatch::Dashboard", "AWS::Route53::HostedZone",
        "AWS::Route53::RecordSet", "AWS::Route53::HealthCheck", "AWS::Events::Rule", "AWS::SSM::Document",
    ];
}
