using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates;

/// <summary>
/// How each type in use comes by cost tags; a new type belongs in exactly one of the three lists. Which types CloudFormation hands its stack's tags to differs from type to type
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html); each type's schema says it under <c>tagging</c>
/// (https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html), under whatever name its own tags go: BackupVaultTags, ResourceTags and so on.
/// </summary>
internal static class TaggedTypes
{
    /// <summary><c>taggable: true</c>, and tagged when it is made: the tags of the stack reach these.</summary>
    public static readonly IReadOnlySet<string> Inheriting = new HashSet<string>
    {
        "AWS::AccessAnalyzer::Analyzer", "AWS::Backup::BackupVault", "AWS::Backup::RestoreTestingPlan", "AWS::CE::AnomalyMonitor", "AWS::CE::AnomalySubscription", "AWS::CloudFront::Distribution", "AWS::CloudFront::Function", "AWS::CloudFront::VpcOrigin", "AWS::CloudTrail::Trail",
        "AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm", "AWS::EC2::EIP", "AWS::EC2::FlowLog", "AWS::EC2::InternetGateway", "AWS::EC2::NatGateway", "AWS::EC2::NetworkAcl", "AWS::EC2::RouteTable",
        "AWS::EC2::SecurityGroup", "AWS::EC2::Subnet", "AWS::EC2::VPC", "AWS::EC2::VPCEndpoint", "AWS::ElastiCache::CacheCluster", "AWS::ElastiCache::ParameterGroup", "AWS::ElastiCache::ReplicationGroup",
        "AWS::ElastiCache::SubnetGroup", "AWS::ElastiCache::User", "AWS::ElastiCache::UserGroup", "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::Events::Rule",
        "AWS::GlobalAccelerator::Accelerator", "AWS::GuardDuty::Detector", "AWS::IAM::Role", "AWS::KMS::Key", "AWS::Logs::LogGroup", "AWS::RDS::DBCluster", "AWS::RDS::DBClusterParameterGroup", "AWS::RDS::DBInstance",
        "AWS::RDS::DBParameterGroup", "AWS::RDS::DBProxy", "AWS::RDS::DBSubnetGroup", "AWS::RDS::GlobalCluster", "AWS::S3::Bucket", "AWS::SNS::Topic", "AWS::SSM::Document", "AWS::Scheduler::ScheduleGroup", "AWS::SecretsManager::Secret",
        "AWS::SecurityHub::Hub", "AWS::Shield::Protection", "AWS::WAFv2::WebACL",
    };

    /// <summary><c>taggable: false</c>, or no word of tags in the schema.</summary>
    public static readonly IReadOnlySet<string> Untaggable = new HashSet<string>
    {
        "AWS::AutoScaling::ScalingPolicy", "AWS::AutoScaling::ScheduledAction", "AWS::Backup::BackupSelection", "AWS::Backup::RestoreTestingSelection", "AWS::CloudFront::OriginAccessControl",
        "AWS::CloudWatch::Dashboard", "AWS::Config::ConfigurationRecorder", "AWS::Config::DeliveryChannel", "AWS::EC2::NetworkAclEntry", "AWS::EC2::Route",
        "AWS::EC2::SecurityGroupEgress", "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SubnetNetworkAclAssociation", "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::VPCGatewayAttachment",
        "AWS::ElasticLoadBalancingV2::Listener", "AWS::GlobalAccelerator::EndpointGroup", "AWS::GlobalAccelerator::Listener", "AWS::IAM::InstanceProfile", "AWS::IAM::ManagedPolicy", "AWS::IAM::ServiceLinkedRole",
        "AWS::Logs::ResourcePolicy", "AWS::RDS::DBProxyTargetGroup", "AWS::Route53::DNSSEC", "AWS::Route53::KeySigningKey", "AWS::Route53::RecordSet", "AWS::S3::BucketPolicy", "AWS::SNS::Subscription",
        "AWS::SNS::TopicPolicy", "AWS::Scheduler::Schedule", "AWS::SecurityHub::Standard", "AWS::WAFv2::LoggingConfiguration", "AWS::WAFv2::WebACLAssociation",
    };

    /// <summary>What the stack's tags do not surely reach, or what such a resource makes by itself: where the tags must be spelled out.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TemplateMap, IEnumerable<TemplateNode?>>> Spelled = new Dictionary<string, Func<TemplateMap, IEnumerable<TemplateNode?>>>
    {
        // The group and its instances; a tag that is not to reach them says so itself.
        ["AWS::AutoScaling::AutoScalingGroup"] = properties => [properties["Tags"]],

        // The plan takes the stack's tags, what it keeps does not: backups are billed by their own.
        ["AWS::Backup::BackupPlan"] = properties => Items(properties.Section("BackupPlan")["BackupPlanRule"]).Select(rule => rule["RecoveryPointTags"]),

        // Its schema says nothing of tagging.
        ["AWS::Budgets::Budget"] = properties => [properties["ResourceTags"]],
        ["AWS::CertificateManager::Certificate"] = properties => [properties["Tags"]],

        // Each copy has tags of its own, and the table as a whole none.
        ["AWS::DynamoDB::GlobalTable"] = properties => Items(properties["Replicas"]).Select(replica => replica["Tags"]),

        // The template itself, and the volumes of its instances, which the group's tags do not reach.
        ["AWS::EC2::LaunchTemplate"] = properties =>
        [
            Items(properties["TagSpecifications"]).SingleOrDefault(each => each.Text("ResourceType") == "launch-template")?["Tags"],
            Items(properties.Section("LaunchTemplateData")["TagSpecifications"]).SingleOrDefault(each => each.Text("ResourceType") == "volume")?["Tags"],
        ],

        // Taggable, but not when they are made.
        ["AWS::Route53::HealthCheck"] = properties => [properties["HealthCheckTags"]],
        ["AWS::Route53::HostedZone"] = properties => [properties["HostedZoneTags"]],
    };

    /// <summary>A list of Key and Value, or a map: values by key.</summary>
    public static IReadOnlyDictionary<string, TemplateNode> Tags(TemplateNode? node) => node switch
    {
        TemplateList list => list.Items.Cast<TemplateMap>().ToDictionary(tag => tag.Text("Key")!, tag => tag["Value"]!),
        TemplateMap map => map.Entries.ToDictionary(entry => entry.Key, entry => entry.Value),
        _ => new Dictionary<string, TemplateNode>(),
    };

    /// <summary>The mappings of a list, on both sides of each choice.</summary>
    private static IEnumerable<TemplateMap> Items(TemplateNode? list) => (list as TemplateList)?.Items.SelectMany(item =>
        item.IsFunction(out var function, out var argument) ? function == "Fn::If" ? ((TemplateList)argument).Items.OfType<TemplateMap>().Where(branch => !branch.IsFunction(out _, out _)) : [] : [(TemplateMap)item]) ?? [];
}
