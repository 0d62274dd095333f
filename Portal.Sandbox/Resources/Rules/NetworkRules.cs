using System.Net;
using System.Text.RegularExpressions;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources.Rules;

/// <summary>EC2 networking and load balancing.</summary>
internal static partial class NetworkRules
{
    private static readonly Dictionary<string, string> TypesByPrefix = new()
    {
        ["vpc"] = "AWS::EC2::VPC", ["subnet"] = "AWS::EC2::Subnet", ["rtb"] = "AWS::EC2::RouteTable", ["igw"] = "AWS::EC2::InternetGateway",
        ["nat"] = "AWS::EC2::NatGateway", ["lt"] = "AWS::EC2::LaunchTemplate", ["sg"] = "AWS::EC2::SecurityGroup",
    };

    /// <summary>Ids of network resources that stand nowhere in this account and region, wherever in the properties they are.</summary>
    public static string? UnknownIds(StandingResources standing, StackState stack, Node properties)
    {
        foreach (Match match in NetworkId().Matches(properties.ToJson()))
        {
            var (id, prefix) = (match.Groups[1].Value, match.Groups[2].Value);
            if (standing.Find(stack, TypesByPrefix[prefix], id) is null && !IsDefaultGroup(standing, stack, id))
                return Refusals.Handler($"The {Noun(prefix)} '{id}' does not exist", "NotFound", "Ec2");
        }

        return null;
    }

    public static string? Subnet(StandingResources standing, StackState stack, ResourceState resource, Node properties)
    {
        if (!IPNetwork.TryParse(properties["CidrBlock"]?.AsText ?? "", out var block)) return null;
        if (properties["AvailabilityZone"]?.AsText is { } zone && !Zones.Of(stack.Region).Contains(zone))
            return Refusals.Handler($"Value ({zone}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: {string.Join(", ", Zones.Of(stack.Region))}.", "InvalidRequest", "Ec2");
        var vpcId = properties["VpcId"]?.AsText;
        if (standing.Find(stack, "AWS::EC2::VPC", vpcId) is { } vpc && Block(vpc) is { } whole && (!whole.Contains(block.BaseAddress) || whole.PrefixLength > block.PrefixLength))
            return Refusals.Handler($"The CIDR '{block}' is invalid.", "InvalidRequest", "Ec2");
        var overlaps = standing.Around(stack).Where(r => r.Type == "AWS::EC2::Subnet" && r.LogicalId != resource.LogicalId && r.PropertyNode["VpcId"]?.AsText == vpcId)
            .Select(Block).Any(other => other is { } o && (o.Contains(block.BaseAddress) || block.Contains(o.BaseAddress)));
        return overlaps ? Refusals.Handler($"The CIDR '{block}' conflicts with another subnet", "InvalidRequest", "Ec2") : null;
    }

    public static string? LoadBalancer(StandingResources standing, StackState stack, Node properties)
    {
        if (properties["Type"]?.AsText is not (null or "application")) return null;
        var subnets = properties["Subnets"]?.AsItems.Select(i => i.AsText ?? "") ?? properties["SubnetMappings"]?.AsItems.Select(m => m["SubnetId"]?.AsText ?? "") ?? [];
        return Covers(standing, stack, subnets, out var zones)
            ?? (zones.Count < 2 ? Refusals.Handler("At least two subnets in two different Availability Zones must be specified", "InvalidRequest", "ElasticLoadBalancingV2") : null);
    }

    /// <summary>A refusal where a subnet does not exist; else the zones of the subnets.</summary>
    public static string? Covers(StandingResources standing, StackState stack, IEnumerable<string> subnets, out IReadOnlyList<string> zones)
    {
        var all = subnets.Select(s => (Id: s, Zone: standing.ZoneOf(stack, s))).ToList();
        zones = [.. all.Select(s => s.Zone).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return all.FirstOrDefault(s => s.Zone is null) is { Id: { } unknown } ? Refusals.Handler($"The subnet ID '{unknown}' does not exist", "NotFound", "Ec2") : null;
    }

    private static bool IsDefaultGroup(StandingResources standing, StackState stack, string id) =>
        standing.Stacks.Where(s => s.World == stack.World).Any(s => standing.In(s).Any(r => r.Type == "AWS::EC2::VPC" && r.Values(s)?.Attribute("DefaultSecurityGroup")?.AsText == id));

    private static IPNetwork? Block(ResourceState resource) => IPNetwork.TryParse(resource.PropertyNode["CidrBlock"]?.AsText ?? "", out var block) ? block : null;

    private static string Noun(string prefix) => prefix switch
    {
        "vpc" => "vpc ID", "subnet" => "subnet ID", "rtb" => "routeTable ID", "igw" => "internetGateway ID", "nat" => "NatGateway ID", "lt" => "launch template", _ => "security group",
    };

    [GeneratedRegex(@"""((vpc|subnet|rtb|igw|nat|lt|sg)-0[0-9a-f]{16})""")]
    private static partial Regex NetworkId();
}
