using Portal.Domain.Controls;
using Portal.Domain.Requests;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Controls;

/// <summary>Each check holds on a whole environment, and falls with the one thing it looks at.</summary>
public sealed class ControlCheckTests
{
    /// <summary>Check, stack, what is changed there, to what (nothing: removed), and the resource that is then at fault where it is another one.</summary>
    public static TheoryData<string, string, string, string?, string?> Breaks => new()
    {
        { "data-encrypted", "relational", "Resources/Database/Properties/StorageEncrypted", "false", null },
        { "data-encrypted", "relational", "Resources/Database/Properties/KmsKeyId", "alias/aws/rds", null },
        { "data-encrypted", "rest", "Resources/Cluster/Properties/KmsKeyId", null, null },
        { "data-encrypted", "relational", "Resources/Database/Properties/StorageEncrypted", null, "Reader" },
        { "data-encrypted", "rest", "Resources/Reader/Properties/SourceDBInstanceIdentifier", "somebody-elses", null },
        { "data-encrypted", "rest", "Resources/Table/Properties/Replicas/1/SSESpecification", null, null },
        { "data-encrypted", "rest", "Resources/Cache/Properties/AtRestEncryptionEnabled", "false", null },
        { "data-encrypted", "rest", "Resources/Bucket/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault", "{SSEAlgorithm: AES256}", null },
        { "data-encrypted", "rest", "Resources/Vault/Properties/EncryptionKeyArn", null, null },
        { "data-encrypted", "rest", "Resources/ClusterSecret/Properties/KmsKeyId", null, null },
        { "data-encrypted", "rest", "Resources/Cache/Type", "AWS::ElastiCache::CacheCluster", null },
        { "data-encrypted", "compute", "Resources/LaunchTemplate/Properties/LaunchTemplateData/BlockDeviceMappings", null, null },
        { "data-encrypted", "compute", "Resources/LaunchTemplate/Properties/LaunchTemplateData/BlockDeviceMappings/0/Ebs/Encrypted", "false", null },
        { "data-encrypted", "foundation", "Resources/LogBucket/Properties/BucketEncryption", null, null },
        { "logs-encrypted", "compute", "Resources/AppLog/Properties/KmsKeyId", null, null },
        { "logs-encrypted", "foundation", "Resources/Topic/Properties/KmsMasterKeyId", "alias/aws/sns", null },
        { "keys-rotate", "foundation", "Resources/DataKey/Properties/EnableKeyRotation", "false", null },
        { "secrets-managed", "relational", "Resources/Database/Properties/ManageMasterUserPassword", null, null },
        { "secrets-managed", "rest", "Resources/Cluster/Properties/MasterUserPassword", "hunter2hunter2", null },
        { "secrets-managed", "rest", "Resources/ClusterSecret/Properties/SecretString", "hunter2hunter2", null },
        { "secrets-managed", "rest", "Resources/Cache/Properties/AuthToken", "hunter2hunter2hunter2", null },
        { "tls-clients", "balancer", "Resources/Https/Properties/SslPolicy", "ELBSecurityPolicy-2016-08", null },
        { "tls-clients", "balancer", "Resources/Https/Properties/SslPolicy", "ELBSecurityPolicy-TLS13-1-0-2021-06", null },
        { "tls-clients", "balancer", "Resources/Https", null, "LoadBalancer" },
        { "tls-clients", "balancer", "Resources/Https/Properties/Certificates", "[]", null },
        { "tls-clients", "balancer", "Resources/Http/Properties/DefaultActions", "[{Type: forward}]", null },
        { "tls-clients", "balancer", "Resources/Old", "{Type: 'AWS::ElasticLoadBalancingV2::ListenerRule', Properties: {ListenerArn: !Ref Http, Actions: [{Type: forward}]}}", null },
        { "tls-clients", "rest", "Resources/Distribution/Properties/DistributionConfig/CacheBehaviors/0/ViewerProtocolPolicy", "allow-all", null },
        { "tls-clients", "rest", "Resources/Distribution/Properties/DistributionConfig/ViewerCertificate", "{CloudFrontDefaultCertificate: true}", null },
        { "tls-inside", "balancer", "Resources/TargetGroup/Properties/Protocol", "HTTP", null },
        { "tls-inside", "relational", "Resources/ParameterGroup/Properties/Parameters", "{rds.force_ssl: '0'}", "Database" },
        { "tls-inside", "rest", "Resources/Cluster/Properties/DBClusterParameterGroupName", null, null },
        { "tls-inside", "rest", "Resources/Cache/Properties/TransitEncryptionMode", "preferred", null },
        { "tls-inside", "rest", "Resources/Proxy/Properties/RequireTLS", "false", null },
        { "tls-inside", "rest", "Resources/Distribution/Properties/DistributionConfig/Origins/1/CustomOriginConfig/OriginProtocolPolicy", "match-viewer", null },
        { "tls-storage", "foundation", "Resources/LogBucketPolicy/Properties/PolicyDocument/Statement/0", null, "LogBucket" },
        { "tls-storage", "foundation", "Resources/TopicPolicy", null, "Topic" },
        { "data-private", "relational", "Resources/Database/Properties/PubliclyAccessible", "true", null },
        { "data-private", "rest", "Resources/MemberA/Properties/PubliclyAccessible", null, null },
        { "data-private", "network", "Resources/Leak", "{Type: 'AWS::EC2::Route', Properties: {RouteTableId: !Ref DataRoutes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref InternetGateway}}", "Database" },
        { "servers-private", "network", "Outputs/AppSubnetIds/Value", "!Join [',', [!Ref PublicSubnetA, !Ref PublicSubnetB]]", "AutoScalingGroup" },
        { "servers-private", "network", "Resources/PublicSubnetA/Properties/MapPublicIpOnLaunch", "true", null },
        { "servers-private", "compute", "Resources/LaunchTemplate/Properties/LaunchTemplateData/NetworkInterfaces/0/AssociatePublicIpAddress", "true", null },
        { "buckets-private", "rest", "Resources/Bucket/Properties/PublicAccessBlockConfiguration/RestrictPublicBuckets", "false", null },
        { "buckets-private", "foundation", "Resources/LogBucket/Properties/PublicAccessBlockConfiguration", null, null },
        { "least-ingress", "security", "Resources/LoadBalancerGroup/Properties/SecurityGroupIngress/0/ToPort", "8443", null },
        { "least-ingress", "security", "Resources/LoadBalancerGroup/Properties/SecurityGroupIngress/2/ToPort", "-1", null },
        { "least-ingress", "security", "Resources/LoadBalancerGroup/Properties/SecurityGroupIngress/2/IpProtocol", "tcp", null },
        { "least-ingress", "security", "Resources/DataFromApp/Properties/CidrIpv6", "'::/0'", null },
        { "least-ingress", "security", "Resources/AppGroup/Properties/SecurityGroupIngress", "[{IpProtocol: '-1', CidrIp: 0.0.0.0/1}]", null },
        { "least-egress", "security", "Resources/AppGroup/Properties/SecurityGroupEgress", null, null },
        { "least-egress", "security", "Resources/AppGroup/Properties/SecurityGroupEgress/0/IpProtocol", "'-1'", null },
        { "tiers-separate", "security", "Resources/DataFromApp/Properties/CidrIp", "10.0.0.0/8", "Database" },
        { "tiers-separate", "rest", "Resources/Cache/Properties/SecurityGroupIds", null, null },
        { "no-remote-login", "security", "Resources/Ssh", "{Type: 'AWS::EC2::SecurityGroupIngress', Properties: {GroupId: !Ref AppGroup, IpProtocol: tcp, FromPort: 20, ToPort: 25, CidrIp: 10.1.2.3/32}}", null },
        { "no-remote-login", "compute", "Resources/LaunchTemplate/Properties/LaunchTemplateData/KeyName", "mine", null },
        { "no-remote-login", "network", "Resources/PublicInAnswersLow/Properties/PortRange/To", "3389", null },
        { "instance-metadata", "compute", "Resources/LaunchTemplate/Properties/LaunchTemplateData/MetadataOptions/HttpTokens", "optional", null },
        { "instance-metadata", "compute", "Resources/LaunchTemplate/Properties/LaunchTemplateData/MetadataOptions/HttpPutResponseHopLimit", "3", null },
        { "flow-logs", "network", "Resources/FlowLog", null, "Vpc" },
        { "flow-logs", "network", "Resources/FlowLog/Properties/TrafficType", "ACCEPT", "Vpc" },
        { "firewall", "firewall", "Resources/WebAcl/Properties/Rules/3/OverrideAction", "{Count: {}}", null },
        { "firewall", "firewall", "Resources/WebAcl/Properties/Rules", "[]", null },
        { "firewall", "rest", "Resources/Distribution/Properties/DistributionConfig/WebACLId", null, null },
        { "firewall", "balancer", "Resources/WebAclAssociation", null, "LoadBalancer" },
        { "firewall-fails-closed", "balancer", "Resources/WebAclAssociation", null, "LoadBalancer" },
        { "flood-guard", "firewall", "Resources/WebAcl/Properties/Rules/0", null, null },
        { "clean-requests", "balancer", "Resources/LoadBalancer/Properties/LoadBalancerAttributes", "[{Key: routing.http.drop_invalid_header_fields.enabled, Value: 'false'}]", null },
        { "clean-requests", "balancer", "Resources/LoadBalancer/Properties/LoadBalancerAttributes", "[{Key: routing.http.drop_invalid_header_fields.enabled, Value: 'true'}, {Key: routing.http.desync_mitigation_mode, Value: monitor}]", null },
        { "access-logs", "balancer", "Resources/LoadBalancer/Properties/LoadBalancerAttributes/0/Value", "'false'", null },
        { "access-logs", "rest", "Resources/Distribution/Properties/DistributionConfig/Logging", null, null },
        { "access-logs", "rest", "Resources/Bucket/Properties/LoggingConfiguration", null, null },
        { "access-logs", "firewall", "Resources/Logging", null, "WebAcl" },
        { "database-logs", "relational", "Resources/Database/Properties/EnableCloudwatchLogsExports", null, null },
        { "logs-kept-a-year", "compute", "Resources/AppLog/Properties/RetentionInDays", "180", null },
        { "logs-kept-a-year", "foundation", "Resources/LogBucket/Properties/LifecycleConfiguration/Rules/0/ExpirationInDays", "90", null },
        { "logs-expire", "network", "Resources/FlowLogGroup/Properties/RetentionInDays", null, null },
        { "logs-expire", "foundation", "Resources/LogBucket/Properties/LifecycleConfiguration", null, null },
        { "logs-guarded", "compute", "Resources/AppLog/DeletionPolicy", "Delete", null },
        { "logs-guarded", "foundation", "Resources/LogBucket/Properties/VersioningConfiguration", null, null },
        { "logs-guarded", "foundation", "Resources/LogBucket/DeletionPolicy", "Delete", null },
        { "alarms", "monitoring", "Resources/BalancerErrors/Properties/AlarmActions", null, null },
        { "alarms", "monitoring", "Resources/GroupCpu/Properties/ActionsEnabled", "false", null },
        { "alarms", "rest", "Resources/ClusterCpu", null, "Cluster" },
        { "least-privilege", "compute", "Resources/InstancePolicy/Properties/PolicyDocument/Statement/0/Action", "'*'", null },
        { "least-privilege", "compute", "Resources/InstancePolicy/Properties/PolicyDocument/Statement/0/Action", "['ssm:*']", null },
        { "least-privilege", "compute", "Resources/InstanceRole/Properties/ManagedPolicyArns/0", "arn:aws:iam::aws:policy/AdministratorAccess", null },
        { "least-privilege", "compute", "Resources/InstanceRole/Properties/AssumeRolePolicyDocument/Statement/0/Principal", "{AWS: '*'}", null },
        { "policies-closed", "foundation", "Resources/DataKey/Properties/KeyPolicy/Statement/1/Condition", null, null },
        { "policies-closed", "rest", "Resources/BucketPolicy/Properties/PolicyDocument/Statement/1/Condition", null, null },
        { "backups", "relational", "Resources/Database/Properties/BackupRetentionPeriod", "1", null },
        { "backups", "rest", "Resources/Table/Properties/Replicas/1/PointInTimeRecoverySpecification", null, null },
        { "backups", "rest", "Resources/Bucket/Properties/VersioningConfiguration", null, null },
        { "backup-copies", "rest", "Resources/BackupPlan/Properties/BackupPlan/BackupPlanRule/0/CopyActions", null, null },
        { "backup-copies", "rest", "Resources/BackupPlan/Properties/BackupPlan/BackupPlanRule/0/Lifecycle", null, null },
        { "backup-copies", "rest", "Resources/BackupPlan/Properties/BackupPlan/BackupPlanRule", "[]", null },
        { "backup-copies", "rest", "Resources/BackupSelection/Properties/BackupSelection/Resources/0", null, "Database" },
        { "backups-locked", "rest", "Resources/Vault/Properties/LockConfiguration", null, null },
        { "restores-tested", "rest", "Resources/RestoreTestOfAll", null, "RestoreTest" },
        { "redundant", "compute", "Resources/AutoScalingGroup/Properties/MinSize", "1", null },
        { "redundant", "network", "Outputs/AppSubnetIds/Value", "!Ref AppSubnetA", "AutoScalingGroup" },
        { "redundant", "network", "Outputs/PublicSubnetIds/Value", "!Ref PublicSubnetA", "LoadBalancer" },
        { "redundant", "relational", "Resources/Database/Properties/MultiAZ", "false", null },
        { "redundant", "rest", "Resources/MemberB", null, "Cluster" },
        { "redundant", "rest", "Resources/Cache/Properties/MultiAZEnabled", "false", null },
        { "scales", "compute", "Resources/CpuScaling", null, "AutoScalingGroup" },
        { "minor-updates", "relational", "Resources/Database/Properties/AutoMinorVersionUpgrade", "false", null },
        { "minor-updates", "rest", "Resources/Cache/Properties/AutoMinorVersionUpgrade", "false", null },
        { "deletion-guarded", "relational", "Resources/Database/Properties/DeletionProtection", "false", null },
        { "deletion-guarded", "rest", "Resources/Table/Properties/Replicas/0/DeletionProtectionEnabled", null, null },
        { "deletion-guarded", "balancer", "Resources/LoadBalancer/Properties/LoadBalancerAttributes", "[]", null },
        { "data-outlives-stack", "relational", "Resources/Database/DeletionPolicy", "Delete", null },
        { "data-outlives-stack", "foundation", "Resources/DataKey/DeletionPolicy", null, null },
        { "residency", "rest", "Resources/Table/Properties/Replicas/1/Region", "us-east-1", null },
    };

    /// <summary>What is missing altogether: the type that is taken away, and with what words the check says so.</summary>
    public static TheoryData<string, string, string> Absences => new()
    {
        { "firewall", "AWS::WAFv2::", "a public load balancer stands without a web application firewall" },
        { "flood-guard", "AWS::WAFv2::", "a public load balancer stands without a web application firewall" },
        { "alarms", "AWS::CloudWatch::", "no alarm watches it" },
        { "backup-copies", "AWS::Backup::", "no backup plan covers it" },
        { "backups-locked", "AWS::Backup::", "no vault keeps the backups" },
        { "restores-tested", "AWS::Backup::", "nothing tests that backups can be restored" },
        { "keys-rotate", "AWS::KMS::", "there is no key" },
        { "flow-logs", "AWS::EC2::VPC", "there is no network" },
        { "least-privilege", "AWS::IAM::", "there is no role" },
    };

    /// <summary>A store that is not there: then the servers stand as evidence that the question does not arise.</summary>
    public static TheoryData<string, string[]> NothingToAsk => new()
    {
        { "secrets-managed", ["AWS::RDS::", "AWS::SecretsManager::"] },
        { "data-private", ["AWS::RDS::", "AWS::ElastiCache::"] },
        { "database-logs", ["AWS::RDS::"] },
        { "backups", ["AWS::RDS::", "AWS::DynamoDB::", "AWS::S3::"] },
        { "restores-tested", ["AWS::RDS::", "AWS::DynamoDB::", "AWS::S3::", "AWS::Backup::"] },
    };

    public static TheoryData<string> Checks => [.. ControlChecks.Names];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Look_AtAWholeEnvironment_FindsProofAndNoFault(string check)
    {
        var outcome = ControlChecks.Look(check, ControlledShop.Whole);

        Assert.Empty(outcome.Faults);
        Assert.NotEmpty(outcome.Proof);
        Assert.All(outcome.Proof, proof => Assert.NotNull(ControlledShop.Whole.Stacks.Single(stack => stack.Name == proof.Stack).Root.Section("Resources")[proof.Resource]));
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Look_WhereOneThingIsBroken_NamesIt(string check, string module, string path, string? yaml, string? culprit)
    {
        // Two policies scale the fleet, so one more has to go before it stands still.
        var whole = check == "scales" ? ControlledShop.Whole.With("compute", "Resources/RequestScaling", null) : ControlledShop.Whole;
        var broken = whole.With(module, path, yaml);

        var outcome = ControlChecks.Look(check, broken);

        Assert.False(outcome.Holds);
        Assert.Contains(culprit ?? path.Split('/')[1], outcome.Faults.Select(fault => fault.Where?.Resource));
    }

    [Theory]
    [MemberData(nameof(Absences))]
    public void Look_WhereWhatProvesItIsMissing_DoesNotHold(string check, string type, string why)
    {
        var outcome = ControlChecks.Look(check, ControlledShop.Whole.Without(type));

        Assert.False(outcome.Holds);
        Assert.Contains(why, outcome.Faults.Select(fault => fault.Why));
    }

    /// <summary>What is not there proves nothing, and people read why.</summary>
    [Theory]
    [MemberData(nameof(Checks))]
    public void Look_WhereNothingStandsAtAll_DoesNotHold_AndSaysWhy(string check)
    {
        var outcome = ControlChecks.Look(check, ControlledShop.Whole.Without("AWS::"));

        Assert.False(outcome.Holds);
        Assert.All(outcome.Faults.Select(fault => fault.Why).DefaultIfEmpty(""), why => Assert.NotEqual("", why));
    }

    [Theory]
    [MemberData(nameof(NothingToAsk))]
    public void Look_WhereTheQuestionDoesNotArise_PointsAtTheServers(string check, string[] types)
    {
        var outcome = ControlChecks.Look(check, ControlledShop.Whole.Without(types));

        Assert.True(outcome.Holds, string.Join("; ", outcome.Faults));
        Assert.Equal([new Evidence(ControlledShop.Stack("compute"), "AutoScalingGroup")], outcome.Proof);
    }

    [Fact]
    public void Every_Check_HasACaseThatBreaksIt()
    {
        var broken = Breaks.Select(row => row.Data.Item1).Concat(["change-guarded"]);

        Assert.Empty(ControlChecks.Names.Except(broken));
    }

    [Fact]
    public void Change_IsGuarded_ByProtectionAndByStackPolicy()
    {
        var deletable = ControlledShop.Whole.Change("relational", stack => stack with { TerminationProtection = false });
        var replaceable = ControlledShop.Whole.Change("foundation", stack => stack with { StackPolicy = false });

        Assert.Contains(new ControlFault(new Evidence(ControlledShop.Stack("relational"), "Database"), "its stack can be deleted"), ControlChecks.Look("change-guarded", deletable).Faults);
        Assert.Contains(new ControlFault(new Evidence(ControlledShop.Stack("foundation"), "DataKey"), "an update may replace it"), ControlChecks.Look("change-guarded", replaceable).Faults);
    }

    [Fact]
    public void Residency_AsksForAPlace_AndHoldsEveryStackThatKeepsDataToIt()
    {
        var anywhere = ControlledShop.Whole with { AllowedRegions = null };
        var abroad = ControlledShop.Whole.Change("relational", stack => stack with { Region = "eu-west-2" });

        Assert.False(ControlChecks.Look("residency", anywhere).Holds);
        Assert.Contains("Database", ControlChecks.Look("residency", abroad).Faults.Select(fault => fault.Where!.Resource));
    }

    [Fact]
    public void Residency_LetsGlobalServicesStandWhereAwsRunsThem()
    {
        var edge = new ControlledStack("storefront-shop-us-east-1-edge", "us-east-1",
            TemplateReader.Read("Resources: {Certificate: {Type: 'AWS::CertificateManager::Certificate'}}"), new Dictionary<string, TemplateValue>());

        Assert.True(ControlChecks.Look("residency", ControlledShop.Whole with { Stacks = [.. ControlledShop.Whole.Stacks, edge] }).Holds);
    }

    [Fact]
    public void Ingress_WhereNothingIsPublic_TakesNobodyFromTheWorld()
    {
        var outcome = ControlChecks.Look("least-ingress", ControlledShop.Whole with { Exposure = Exposure.Internal });

        Assert.Equal("LoadBalancerGroup", Assert.Single(outcome.Faults).Where!.Resource);
    }

    [Fact]
    public void Firewall_WhereTheLoadBalancerIsInternal_IsNotAskedFor()
    {
        var quiet = ControlledShop.Whole.Without("AWS::WAFv2::", "AWS::CloudFront::").With("balancer", "Resources/LoadBalancer/Properties/Scheme", "internal");

        Assert.Equal([new Evidence(ControlledShop.Stack("balancer"), "LoadBalancer")], ControlChecks.Look("firewall", quiet).Proof);
        Assert.True(ControlChecks.Look("firewall-fails-closed", quiet).Holds);
    }
}
