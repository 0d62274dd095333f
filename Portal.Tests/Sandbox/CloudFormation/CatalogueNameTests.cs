using Portal.Domain.Templates;
using Portal.Sandbox.Resources;

namespace Portal.Tests.Sandbox.CloudFormation;

/// <summary>A resource with a name of its own cannot be replaced, for its successor must stand before it goes: CloudFormation names what it can.</summary>
public sealed class CatalogueNameTests
{
    /// <summary>Names that are no identifiers in the registry's schemas, and yet nobody else's.</summary>
    private static readonly Dictionary<string, string> MoreNames = new()
    {
        ["AWS::EC2::SecurityGroup"] = "GroupName", ["AWS::EC2::LaunchTemplate"] = "LaunchTemplateName", ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = "Name",
        ["AWS::ElasticLoadBalancingV2::TargetGroup"] = "Name", ["AWS::SNS::Topic"] = "TopicName", ["AWS::IAM::ManagedPolicy"] = "ManagedPolicyName", ["AWS::SecretsManager::Secret"] = "Name",
        ["AWS::WAFv2::WebACL"] = "Name", ["AWS::CloudWatch::CompositeAlarm"] = "AlarmName", ["AWS::Events::Rule"] = "Name", ["AWS::SSM::Document"] = "Name",
    };

    /// <summary>Named although the schema does not ask for it, and why.</summary>
    private static readonly Dictionary<string, string> Named = new()
    {
        ["aurora/GlobalCluster"] = "clusters of other regions join it by this name",
        ["baseline/Boundary"] = "plans and the deployer know it by this name",
        ["deployer-role/Role"] = "the worker assumes it by this name",
        ["edge/FirewallLog"] = "WAF writes to groups named aws-waf-logs- only",
        ["firewall/FirewallLog"] = "WAF writes to groups named aws-waf-logs- only",
        ["baseline/QueryLogAccess"] = "CloudWatch Logs asks for a name, and an account has one such policy",
        ["hosted-zone/QueryLogGroup"] = "the policy that lets Route 53 write covers groups under /aws/route53/",
        ["proxy/Log"] = "a proxy writes to the group of its own name",
    };

    private static readonly IReadOnlyList<(string Place, string Text, bool IsAsked)> Names =
        [.. TemplateCatalogue.Load().SelectMany(module => module.Resources.Select(resource => Name(module, resource)).OfType<(string, string, bool)>())];

    [Fact]
    public void Name_IsGivenOnlyWhereAwsAsksForOne_AndIsTheStacksOwn()
    {
        Assert.Contains(Names, each => each.IsAsked);
        Assert.Empty(Names.Where(each => !Named.ContainsKey(each.Place) && !(each.IsAsked && each.Text.Contains("AWS::StackId", StringComparison.Ordinal))).Select(each => $"{each.Place}: {each.Text}"));
    }

    [Fact]
    public void Named_AreStillNamed() => Assert.Empty(Named.Keys.Except(Names.Select(each => each.Place)));

    /// <summary>The name that a module gives a resource; null where it gives none, or one that says what the resource belongs to.</summary>
    private static (string Place, string Text, bool IsAsked)? Name(TemplateModule module, ModuleResource resource)
    {
        var type = ResourceCatalogue.Get(resource.Type);
        var property = MoreNames.GetValueOrDefault(resource.Type) ?? (type.Identifier is [var one] ? one : null);
        if (property is null || module.Root.Section("Resources").Section(resource.LogicalId).Section("Properties")[property] is not { } name || BelongsTo(module, name))
            return null;
        return ($"{module.Name}/{resource.LogicalId}", TemplateWriter.Write(new([new(property, name)])), type.Required.Contains(property));
    }

    private static bool BelongsTo(TemplateModule module, TemplateNode name) =>
        name.IsFunction(out var function, out var argument)
        && (function == "Fn::GetAtt" || (function == "Ref" && argument is TemplateScalar target && module.Resources.Any(resource => resource.LogicalId == target.Text)));
}
