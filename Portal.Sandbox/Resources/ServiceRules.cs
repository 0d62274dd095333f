using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.Resources.Rules;
using Portal.Sandbox.S3;

namespace Portal.Sandbox.Resources;

/// <summary>What CloudFormation's schemas and the services behind the resources refuse, in the words that show in a stack's events.</summary>
public sealed class ServiceRules(StandingResources standing, ObjectStore objects)
{
    /// <summary>On create and update; null where nothing speaks against it.</summary>
    public string? Refusal(StackState stack, ResourceState resource)
    {
        var properties = resource.PropertyNode;
        return SchemaRules.Refusal(resource, properties) ?? UniquenessRules.Singleton(standing, stack, resource) ?? resource.Type switch
        {
            "AWS::EC2::Subnet" => NetworkRules.Subnet(standing, stack, resource, properties),
            "AWS::ElasticLoadBalancingV2::LoadBalancer" => NetworkRules.LoadBalancer(standing, stack, properties),
            "AWS::RDS::DBSubnetGroup" => DatabaseRules.SubnetGroup(standing, stack, properties),
            "AWS::RDS::DBInstance" => DatabaseRules.MasterPassword(properties) ?? ReplicationRules.Replica(standing, stack, properties),
            "AWS::RDS::DBCluster" => DatabaseRules.MasterPassword(properties),
            "AWS::RDS::GlobalCluster" => ReplicationRules.GlobalDatabase(standing, stack, properties),
            "AWS::Backup::BackupPlan" => BackupRules.PlanName(properties),
            "AWS::WAFv2::WebACL" => EdgeRules.WebAcl(stack, properties),
            "AWS::CloudFront::Distribution" => EdgeRules.Distribution(standing, stack, properties),
            "AWS::Route53::HostedZone" => EdgeRules.QueryLog(properties),
            "AWS::Route53::KeySigningKey" => EdgeRules.SigningKey(properties),
            _ => null,
        } ?? NetworkRules.UnknownIds(standing, stack, properties);
    }

    public string? NameTaken(StackState stack, ResourceState wanted, string physicalId) => UniquenessRules.NameTaken(standing, stack, wanted, physicalId);

    public string? DeletionRefusal(StackState stack, ResourceState resource) =>
        resource is { Type: "AWS::S3::Bucket", PhysicalId: { } bucket } && objects.In(bucket).Count > 0
            ? Refusals.Handler("The bucket you tried to delete is not empty", "GeneralServiceException", "S3")
            : DeletionRules.Refusal(standing, stack, resource);
}
