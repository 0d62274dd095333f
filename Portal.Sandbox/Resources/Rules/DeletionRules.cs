using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources.Rules;

/// <summary>What the services will not delete: protected things, and things that other stacks still use.</summary>
internal static class DeletionRules
{
    private static readonly Dictionary<string, string> Nouns = new()
    {
        ["AWS::EC2::VPC"] = "vpc", ["AWS::EC2::Subnet"] = "subnet", ["AWS::EC2::SecurityGroup"] = "resource", ["AWS::EC2::RouteTable"] = "routeTable",
        ["AWS::EC2::InternetGateway"] = "internetGateway", ["AWS::RDS::DBSubnetGroup"] = "DB subnet group", ["AWS::RDS::GlobalCluster"] = "global cluster",
        ["AWS::ElasticLoadBalancingV2::TargetGroup"] = "target group", ["AWS::Route53::HostedZone"] = "hosted zone", ["AWS::RDS::DBCluster"] = "cluster",
    };

    public static string? Refusal(StandingResources standing, StackState stack, ResourceState resource)
    {
        var properties = resource.Actual is { } actual ? Node.FromJson(actual) : resource.PropertyNode;
        return Protected(resource, properties) ?? StillUsed(standing, stack, resource);
    }

    private static string? Protected(ResourceState resource, Node properties) => resource.Type switch
    {
        "AWS::RDS::DBInstance" when properties["DeletionProtection"] is { IsTrue: true } => Refusals.Handler("Cannot delete protected DB Instance, please disable deletion protection and try again.", "InvalidRequest", "Rds"),
        "AWS::RDS::DBCluster" when properties["DeletionProtection"] is { IsTrue: true } => Refusals.Handler("Cannot delete protected Cluster, please disable deletion protection and try again.", "InvalidRequest", "Rds"),
        "AWS::RDS::GlobalCluster" when properties["DeletionProtection"] is { IsTrue: true } => Refusals.Handler("Cannot delete protected Global Cluster, please disable deletion protection and try again.", "InvalidRequest", "Rds"),
        "AWS::DynamoDB::Table" when properties["DeletionProtectionEnabled"] is { IsTrue: true } => TableProtected(resource),
        "AWS::DynamoDB::GlobalTable" when properties["Replicas"]?.AsItems.Any(r => r["DeletionProtectionEnabled"] is { IsTrue: true }) is true => TableProtected(resource),
        "AWS::ElasticLoadBalancingV2::LoadBalancer" when properties["LoadBalancerAttributes"]?.AsItems.Any(a => a["Key"]?.AsText == "deletion_protection.enabled" && a["Value"] is { IsTrue: true }) is true
            => Refusals.Handler($"Load balancer '{resource.PhysicalId}' cannot be deleted because deletion protection is enabled", "InvalidRequest", "ElasticLoadBalancingV2"),
        _ => null,
    };

    private static string TableProtected(ResourceState resource) =>
        Refusals.Handler($"Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first. Table: {resource.PhysicalId}", "InvalidRequest", "DynamoDb");

    private static string? StillUsed(StandingResources standing, StackState stack, ResourceState resource)
    {
        if (!Nouns.TryGetValue(resource.Type, out var noun) || resource.PhysicalId is not { Length: > 3 } id) return null;
        return standing.Beside(stack).Any(r => r.Properties.Contains($"\"{id}\"", StringComparison.Ordinal))
            ? Refusals.Handler($"The {noun} '{id}' has dependencies and cannot be deleted.", "InvalidRequest", "Ec2")
            : null;
    }
}
