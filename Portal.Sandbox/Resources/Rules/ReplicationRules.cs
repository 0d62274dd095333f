using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources.Rules;

/// <summary>
/// What RDS replicates. It manages no password of a database that has copies, whichever was first
/// (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html); SQL Server, which may, is not offered.
/// </summary>
internal static class ReplicationRules
{
    public static string? Replica(StandingResources standing, StackState stack, Node properties)
    {
        if (properties["SourceDBInstanceIdentifier"]?.AsText is not { } source) return null;
        return Find(standing, stack, "AWS::RDS::DBInstance", source) is not { } database
            ? Refusals.Handler($"DBInstance {Name(source)} not found.", "NotFound", "Rds")
            : IsManaged(database) ? Refusals.Handler("You can't create a read replica of a DB instance with ManageMasterUserPassword enabled.", "InvalidRequest", "Rds") : null;
    }

    public static string? GlobalDatabase(StandingResources standing, StackState stack, Node properties)
    {
        if (properties["SourceDBClusterIdentifier"]?.AsText is not { } source) return null;
        return Find(standing, stack, "AWS::RDS::DBCluster", source) is not { } cluster
            ? Refusals.Handler($"DBCluster {Name(source)} not found.", "NotFound", "Rds")
            : IsManaged(cluster) ? Refusals.Handler("ManageMasterUserPassword isn't supported for members of a global database.", "InvalidRequest", "Rds") : null;
    }

    private static bool IsManaged(ResourceState resource) => resource.PropertyNode["ManageMasterUserPassword"] is { IsTrue: true };

    // By name in the same region, by ARN in any.
    private static ResourceState? Find(StandingResources standing, StackState stack, string type, string source)
    {
        var region = source.Split(':') is ["arn", _, _, var there, ..] ? there : stack.Region;
        return standing.Stacks.Where(each => each.Account == stack.Account && each.Region == region).SelectMany(standing.In)
            .FirstOrDefault(each => each.Type == type && each.PhysicalId == Name(source));
    }

    private static string Name(string source) => source.Split(':')[^1];
}
