using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources.Rules;

/// <summary>RDS.</summary>
internal static class DatabaseRules
{
    public static string? SubnetGroup(StandingResources standing, StackState stack, Node properties)
    {
        var subnets = properties["SubnetIds"]?.AsItems.Select(i => i.AsText ?? "") ?? [];
        return NetworkRules.Covers(standing, stack, subnets, out var zones)
            ?? (zones.Count < 2
                ? Refusals.Handler($"The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: {string.Join(", ", zones)}. Add subnets to cover at least 2 AZs.", "InvalidRequest", "Rds")
                : null);
    }

    /// <summary>Instances and clusters: one way to the master password, and none for the secondary of a global cluster.</summary>
    public static string? MasterPassword(Node properties)
    {
        var managed = properties["ManageMasterUserPassword"] is { IsTrue: true };
        if (managed && properties["MasterUserPassword"] is not null)
            return Refusals.Handler("You can't specify MasterUserPassword for an instance with ManageMasterUserPassword enabled.", "InvalidRequest", "Rds");
        if (properties["GlobalClusterIdentifier"] is not null && managed)
            return Refusals.Handler("ManageMasterUserPassword isn't supported for members of a global database.", "InvalidRequest", "Rds");
        return null;
    }
}
