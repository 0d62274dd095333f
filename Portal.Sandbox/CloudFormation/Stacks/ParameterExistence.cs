using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Resources;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>Parameters typed as ids of network resources are looked up: what does not exist in the account and region is refused.</summary>
public sealed class ParameterExistence(StackTables tables)
{
    private static readonly Dictionary<string, string> ResourceTypes = new()
    {
        ["AWS::EC2::VPC::Id"] = "AWS::EC2::VPC", ["AWS::EC2::Subnet::Id"] = "AWS::EC2::Subnet", ["AWS::EC2::SecurityGroup::Id"] = "AWS::EC2::SecurityGroup",
    };

    public void Check(string world, ParameterDeclaration declaration, string value)
    {
        var type = declaration.Type.StartsWith("List<", StringComparison.Ordinal) ? declaration.Type[5..^1] : declaration.Type;
        foreach (var item in declaration.IsList ? value.Split(',', StringSplitOptions.TrimEntries) : [value])
        {
            if (!Exists(world, type, item)) throw AwsException.Validation($"Parameter validation failed: parameter value {item} for parameter name {declaration.Name} does not exist");
        }
    }

    private bool Exists(string world, string type, string value)
    {
        if (type == "AWS::EC2::AvailabilityZone::Name") return Zones.Of(world.Split('/')[1]).Contains(value);
        return !ResourceTypes.TryGetValue(type, out var resource)
            || tables.Stacks.In(world).Any(s => tables.Resources.In(s.Id).Any(r => r.Exists && r.Type == resource && r.PhysicalId == value));
    }
}
