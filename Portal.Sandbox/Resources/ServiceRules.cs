using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources;

/// <summary>What the services behind the resources refuse: their own words, as they show in a stack's events.</summary>
public sealed class ServiceRules(StackTables tables)
{
    /// <summary>Types whose names are unique in the world, the account, or the account and region.</summary>
    private static readonly HashSet<string> GloballyNamed = ["AWS::S3::Bucket"];
    private static readonly HashSet<string> AccountNamed = ["AWS::IAM::Role", "AWS::IAM::InstanceProfile", "AWS::IAM::ManagedPolicy", "AWS::IAM::User", "AWS::IAM::Group"];

    public string? Refusal(StackState stack, ResourceState resource)
    {
        var type = ResourceCatalogue.Get(resource.Type);
        var properties = resource.PropertyNode;
        if (type.IsDetailed)
        {
            if (properties.AsMembers.Select(m => m.Key).FirstOrDefault(p => !type.Properties.Contains(p)) is { } extra)
                return $"Properties validation failed for resource {resource.LogicalId} with message:\n#: extraneous key [{extra}] is not permitted";
            if (type.Required.FirstOrDefault(p => properties[p] is null) is { } missing)
                return $"Properties validation failed for resource {resource.LogicalId} with message:\n#: required key [{missing}] not found";
        }

        return resource.Type switch
        {
            "AWS::EC2::Subnet" => Subnet(stack, resource, properties),
            "AWS::ElasticLoadBalancingV2::LoadBalancer" when properties["Type"]?.AsText is null or "application" => LoadBalancer(stack, properties),
            "AWS::RDS::DBSubnetGroup" => SubnetGroup(stack, properties),
            _ => null,
        };
    }

    /// <summary>Only where the template gives the name: invented ones are unique.</summary>
    public string? NameTaken(StackState stack, ResourceState wanted, string physicalId)
    {
        if (ResourceCatalogue.Get(wanted.Type).Identifier is not [var name] || wanted.PropertyNode[name] is null) return null;
        var others = GloballyNamed.Contains(wanted.Type) ? tables.Stacks.All
            : AccountNamed.Contains(wanted.Type) ? tables.Stacks.All.Where(s => s.Account == stack.Account)
            : tables.Stacks.In(stack.World);
        return others.Any(s => Living(s).Any(r => r.Type == wanted.Type && r.PhysicalId == physicalId && (s.Id != stack.Id || r.LogicalId != wanted.LogicalId)))
            ? Handler($"Resource of type '{wanted.Type}' with identifier '{physicalId}' already exists.", "AlreadyExists")
            : null;
    }

    private string? Subnet(StackState stack, ResourceState resource, Node properties)
    {
        if (!System.Net.IPNetwork.TryParse(properties["CidrBlock"]?.AsText ?? "", out var block)) return null;
        var vpcId = properties["VpcId"]?.AsText;
        if (Find(stack, "AWS::EC2::VPC", vpcId) is { } vpc && System.Net.IPNetwork.TryParse(vpc.PropertyNode["CidrBlock"]?.AsText ?? "", out var whole)
            && (!whole.Contains(block.BaseAddress) || whole.PrefixLength > block.PrefixLength))
            return Handler($"The CIDR '{block}' is invalid.", "InvalidRequest", "Ec2");
        var overlaps = All(stack).Where(r => r.Type == "AWS::EC2::Subnet" && r.LogicalId != resource.LogicalId && r.PropertyNode["VpcId"]?.AsText == vpcId)
            .Any(r => System.Net.IPNetwork.TryParse(r.PropertyNode["CidrBlock"]?.AsText ?? "", out var other) && (other.Contains(block.BaseAddress) || block.Contains(other.BaseAddress)));
        return overlaps ? Handler($"The CIDR '{block}' conflicts with another subnet", "InvalidRequest", "Ec2") : null;
    }

    private string? LoadBalancer(StackState stack, Node properties)
    {
        var subnets = properties["Subnets"]?.AsItems.Select(i => i.AsText ?? "") ?? properties["SubnetMappings"]?.AsItems.Select(m => m["SubnetId"]?.AsText ?? "") ?? [];
        return CoveredZones(stack, [.. subnets], out var zones) ?? (zones < 2
            ? Handler("At least two subnets in two different Availability Zones must be specified", "InvalidRequest", "ElasticLoadBalancingV2") : null);
    }

    private string? SubnetGroup(StackState stack, Node properties)
    {
        var subnets = properties["SubnetIds"]?.AsItems.Select(i => i.AsText ?? "").ToList() ?? [];
        return CoveredZones(stack, subnets, out var zones) ?? (zones < 2
            ? Handler("The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: "
                + $"{string.Join(", ", subnets.Select(s => Zone(stack, s)).Distinct())}. Add subnets to cover at least 2 AZs.", "InvalidRequest", "Rds")
            : null);
    }

    private string? CoveredZones(StackState stack, IReadOnlyList<string> subnets, out int zones)
    {
        zones = subnets.Select(s => Zone(stack, s)).Distinct().Count();
        return subnets.FirstOrDefault(s => Zone(stack, s) is null) is { } unknown ? Handler($"The subnet ID '{unknown}' does not exist", "NotFound", "Ec2") : null;
    }

    private string? Zone(StackState stack, string subnetId) =>
        Find(stack, "AWS::EC2::Subnet", subnetId) is { } subnet ? subnet.PropertyNode["AvailabilityZone"]?.AsText ?? Zones.Of(stack.Region)[0] : null;

    private ResourceState? Find(StackState stack, string type, string? physicalId) => All(stack).FirstOrDefault(r => r.Type == type && r.PhysicalId == physicalId);

    private IEnumerable<ResourceState> All(StackState stack) => tables.Stacks.In(stack.World).SelectMany(Living);

    private IEnumerable<ResourceState> Living(StackState stack) => tables.Resources.In(stack.Id).Where(r => r.Exists);

    private static string Handler(string message, string code, string? service = null) =>
        $"Resource handler returned message: \"{message}{(service is null ? "" : $" (Service: {service}, Status Code: 400, Request ID: {Guid.NewGuid()})")}\" (RequestToken: {Guid.NewGuid()}, HandlerErrorCode: {code})";
}
