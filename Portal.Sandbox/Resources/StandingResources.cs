using Portal.Sandbox.CloudFormation.Stacks;

namespace Portal.Sandbox.Resources;

/// <summary>What stands in an account and region, across its stacks.</summary>
public sealed class StandingResources(StackTables tables)
{
    public IEnumerable<StackState> Stacks => tables.Stacks.All;

    public IEnumerable<ResourceState> In(StackState stack) => tables.Resources.In(stack.Id).Where(r => r.Exists);

    public IEnumerable<ResourceState> Around(StackState stack) => tables.Stacks.In(stack.World).SelectMany(In);

    public ResourceState? Find(StackState stack, string type, string? physicalId) => Around(stack).FirstOrDefault(r => r.Type == type && r.PhysicalId == physicalId);

    /// <summary>Resources of other stacks in the same account and region.</summary>
    public IEnumerable<ResourceState> Beside(StackState stack) => tables.Stacks.In(stack.World).Where(s => s.Id != stack.Id).SelectMany(In);

    /// <summary>The zone of a subnet; null where there is no such subnet.</summary>
    public string? ZoneOf(StackState stack, string subnetId) =>
        Find(stack, "AWS::EC2::Subnet", subnetId) is { } subnet ? subnet.PropertyNode["AvailabilityZone"]?.AsText ?? Zones.Of(stack.Region)[0] : null;
}
