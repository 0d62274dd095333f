using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>Something of a plan that can fail: where it is measured, and how its metrics name it.</summary>
internal sealed record Watchable(string Region, IReadOnlyDictionary<string, string> Of);

/// <summary>A choice of a plan, where it is made, and the metrics or events without which its failure stays unseen.</summary>
internal sealed record AlarmPromise(string Choice, Func<VariedPlan, IEnumerable<Watchable>> Made, params string[] Metrics)
{
    public override string ToString() => Choice;
}

/// <summary>
/// What each choice of a plan needs an alarm for, where the plan is watched at all. The names of metrics and dimensions are AWS':
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
/// </summary>
internal static class AlarmPromises
{
    private const string Global = "us-east-1";

    public static IReadOnlyList<AlarmPromise> All { get; } =
    [
        new("servers", plan => Of(plan, "compute", "GroupName", "AutoScalingGroupName"), "AWS/EC2 CPUUtilization", "CWAgent mem_used_percent", "CWAgent disk_used_percent"),
        new("servers that may be more", plan => Of(plan, "compute", "GroupName", "AutoScalingGroupName", MayGrow), "AWS/AutoScaling GroupInServiceInstances"),
        new("load balancer", plan => Of(plan, "balancer", "LoadBalancerMetricName", "LoadBalancer"), "AWS/ApplicationELB RejectedConnectionCount", "AWS/ApplicationELB HTTPCode_ELB_5XX_Count", "AWS/ApplicationELB HealthyHostCount"),
        new("application", plan => Of(plan, "balancer", "TargetGroupMetricName", "TargetGroup"), "AWS/ApplicationELB HTTPCode_Target_5XX_Count", "AWS/ApplicationELB TargetResponseTime"),
        new("servers that start at a takeover", plan => Of(plan, "compute", "GroupName", "AutoScalingGroupName", servers => Number(servers, "MinSize") == 0 && Text(servers, "OpenSize") is null), "AWS/AutoScaling GroupDesiredCapacity"),
        new("zone of the servers", Zones, "AWS/ApplicationELB UnHealthyHostCount"),
        new("NAT gateway", plan => Each(plan, "network", "NatGateway", "NatGatewayId"), "AWS/NATGateway ErrorPortAllocation", "AWS/NATGateway PacketsDropCount"),
        new("firewall", plan => Of(plan, "firewall", "WebAclMetricName", "WebACL"), "AWS/WAFV2 BlockedRequests"),
        new("firewall before the CDN", plan => Of(plan, "edge", "EdgeWebAclMetricName", "WebACL"), "AWS/WAFV2 BlockedRequests"),
        new("RDS", plan => [.. Of(plan, "relational", "DatabaseId", "DBInstanceIdentifier"), .. Of(plan, "relational-replica", "DatabaseId", "DBInstanceIdentifier")], "AWS/RDS CPUUtilization", "AWS/RDS FreeableMemory", "AWS/RDS FreeStorageSpace", "AWS/RDS DatabaseConnections"),
        new("RDS read replica", plan => [.. Each(plan, "relational", "ReplicaId", "DBInstanceIdentifier"), .. Each(plan, "relational-replica", "ReplicaId", "DBInstanceIdentifier")], "AWS/RDS ReplicaLag"),
        new("RDS read replica that answers", plan => Each(plan, "relational", "ReplicaId", "DBInstanceIdentifier"), "AWS/RDS CPUUtilization", "AWS/RDS FreeableMemory", "AWS/RDS DatabaseConnections"),
        new("Aurora", plan => [.. Of(plan, "aurora", "ClusterId", "DBClusterIdentifier"), .. Of(plan, "aurora-secondary", "ClusterId", "DBClusterIdentifier")], "AWS/RDS CPUUtilization", "AWS/RDS FreeableMemory", "AWS/RDS DatabaseConnections"),
        new("Aurora readers", plan => Of(plan, "aurora", "ClusterId", "DBClusterIdentifier", stack => stack.Resources.Count(resource => resource.Type == "AWS::RDS::DBInstance") > 1), "AWS/RDS AuroraReplicaLagMaximum"),
        new("Aurora elsewhere", plan => Of(plan, "aurora-secondary", "ClusterId", "DBClusterIdentifier"), "AWS/RDS AuroraGlobalDBReplicationLag"),
        new("table", Tables, "AWS/DynamoDB ReadThrottleEvents", "AWS/DynamoDB WriteThrottleEvents", "AWS/DynamoDB SystemErrors"),
        new("table copied", TableCopies, "AWS/DynamoDB ReplicationLatency"),
        new("Valkey or Redis", plan => Each(plan, "cache", "CacheNode", "CacheClusterId", stack => !IsMemcached(stack)), "AWS/ElastiCache EngineCPUUtilization", "AWS/ElastiCache DatabaseMemoryUsagePercentage", "AWS/ElastiCache Evictions"),
        new("cache of several nodes", plan => Each(plan, "cache", "CacheNode", "CacheClusterId", stack => stack.HasOutput("CacheNodeB")), "AWS/ElastiCache ReplicationLag"),
        new("Memcached", plan => Of(plan, "cache", "CacheNodeA", "CacheClusterId", IsMemcached), "AWS/ElastiCache CPUUtilization", "AWS/ElastiCache SwapUsage", "AWS/ElastiCache Evictions"),
        new("objects copied", ObjectsSent, "AWS/S3 OperationsFailedReplication"),
        new("copies of objects", ObjectsTaken, "AWS/S3 ReplicationLatency"),
        new("backups", plan => Of(plan, "backup", "VaultArn", "backupVaultArn"), "aws.backup Backup Job State Change"),
        new("backup copies", plan => Of(plan, "backup", "VaultArn", "sourceBackupVaultArn", stack => stack.Plan.Parameters.ContainsKey("CopyVaultArn")), "aws.backup Copy Job State Change"),
        new("trial restores", plan => Of(plan, "backup", "RestoreTestArn", "restoreTestingPlanArn"), "aws.backup Restore Job State Change"),
        new("certificate", Certificates, "aws.acm ACM Certificate Approaching Expiration", "aws.acm ACM Certificate Renewal Action Required", "aws.acm ACM Certificate Expired"),
        new("certificate of the CDN", plan => Of(plan, "edge", "EdgeCertificateArn", "CertificateArn"), "AWS/CertificateManager DaysToExpiry"),
        new("health check", plan => Each(plan, "dns", "HealthCheckId", "HealthCheckId"), "AWS/Route53 HealthCheckStatus"),
        new("signed zone", plan => Of(plan, "hosted-zone", "SignedZoneId", "HostedZoneId"), "AWS/Route53 DNSSECInternalFailure", "AWS/Route53 DNSSECKeySigningKeysNeedingAction"),
        new("CDN", plan => Of(plan, "static-site", "DistributionId", "DistributionId").Select(site => site with { Region = Global }), "AWS/CloudFront 5xxErrorRate"),
        new("accelerator", plan => Of(plan, "accelerator", "AcceleratorId", "Accelerator"), "AWS/GlobalAccelerator HealthyEndpointCount"),
        new("takeover by itself", plan => PlannedStack.In(plan).SelectMany(stack => stack.Resources.Where(resource => resource.LogicalId == "Takeover").Select(_ => Thing(stack.Plan.Region, ("DBClusterIdentifier", $"{stack.Plan.Name}.Cluster")))), "AWS/RDS AuroraGlobalDBReplicationLag"),
    ];

    /// <summary>Events that are not for people: the one that starts a takeover.</summary>
    public const string Takeover = "aws.cloudwatch CloudWatch Alarm State Change";

    private static IEnumerable<Watchable> Of(VariedPlan plan, string module, string output, string dimension, Func<PlannedStack, bool>? where = null) =>
        PlannedStack.In(plan).Where(stack => stack.Plan.Module == module && stack.HasOutput(output) && where?.Invoke(stack) is not false).Select(stack => Thing(stack.Plan.Region, (dimension, $"{stack.Plan.Name}.{output}")));

    /// <summary>The same of A, B and C.</summary>
    private static IEnumerable<Watchable> Each(VariedPlan plan, string module, string output, string dimension, Func<PlannedStack, bool>? where = null) =>
        "ABC".SelectMany(letter => Of(plan, module, output + letter, dimension, where));

    private static IEnumerable<Watchable> Zones(VariedPlan plan) => Servers(plan).SelectMany(servers =>
        (Text(servers, "Zones") is { Length: > 0 } zones && !zones.Contains('.', StringComparison.Ordinal) ? zones.Split(',') : plan.Plan.Regions.Single(region => region.Region == servers.Plan.Region).Zones)
            .Select(zone => Thing(servers.Plan.Region, ("AvailabilityZone", zone))));

    /// <summary>One table, and its copies, under the same name in each region with servers.</summary>
    private static IEnumerable<Watchable> Tables(VariedPlan plan) =>
        PlannedStack.In(plan).Where(stack => stack.Plan.Module == "table").SelectMany(table => Servers(plan).Select(servers => Thing(servers.Plan.Region, ("TableName", $"{table.Plan.Name}.TableName"))));

    /// <summary>From each region that writes to each other one; copies that agree at once cannot lag.</summary>
    private static IEnumerable<Watchable> TableCopies(VariedPlan plan) =>
        plan.Plan.KeyValue.Any(table => table.StrongOverRegions) ? [] : PlannedStack.In(plan).Where(stack => stack.Plan.Module == "table").SelectMany(table =>
            from writing in plan.Plan.Regions
            where writing.Role is RegionRole.Primary or RegionRole.Active
            from copy in plan.Plan.KeyValue
            where copy.Region != writing.Region
            select Thing(writing.Region, ("TableName", $"{table.Plan.Name}.TableName"), ("ReceivingRegion", copy.Region)));

    private static IEnumerable<Watchable> ObjectsSent(VariedPlan plan) => Copied(plan).Select(bucket => Thing(bucket.From.Plan.Region, bucket.Names));

    private static IEnumerable<Watchable> ObjectsTaken(VariedPlan plan) => Copied(plan).Select(bucket => Thing(bucket.To.Plan.Region, bucket.Names));

    private static IEnumerable<(PlannedStack From, PlannedStack To, (string, string)[] Names)> Copied(VariedPlan plan) =>
        from to in PlannedStack.In(plan)
        where to.Plan.Module == "storage-replica"
        from @from in PlannedStack.In(plan)
        where @from.Plan.Parameters.GetValueOrDefault("ReplicaBucketArn") is StackParameter.FromStack wire && wire.Stack == to.Plan.Name
        let rule = @from.Resources.Single(resource => resource.LogicalId == "Bucket").Properties.Section("ReplicationConfiguration")["Rules"] as Portal.Domain.Templates.TemplateList
        select (@from, to, new[]
        {
            ("SourceBucket", $"{@from.Plan.Name}.{(@from.HasOutput("SiteBucketName") ? "SiteBucketName" : "BucketName")}"), ("DestinationBucket", $"{to.Plan.Name}.ReplicaBucketName"),
            ("RuleId", ((Portal.Domain.Templates.TemplateMap)rule.Items.Single()).Text("Id")!),
        });

    /// <summary>Those that are made, and one that stands already and was given by its ARN.</summary>
    private static IEnumerable<Watchable> Certificates(VariedPlan plan) =>
    [
        .. Of(plan, "certificate", "CertificateArn", "resources"),
        .. PlannedStack.In(plan).Where(stack => stack.Plan.Module == "balancer" && Text(stack, "CertificateArn") is { } given && given.StartsWith("arn:", StringComparison.Ordinal)).Select(stack => Thing(stack.Plan.Region, ("resources", Text(stack, "CertificateArn")!))),
    ];

    /// <summary>A fleet that always runs all it may would ring for ever.</summary>
    private static bool MayGrow(PlannedStack servers) => Number(servers, "MaxSize") > Math.Max(Number(servers, "MinSize"), Text(servers, "OpenSize") is null ? 0 : Number(servers, "OpenSize"));

    private static bool IsMemcached(PlannedStack cache) => cache.Resources.Any(resource => resource.LogicalId == "Memcached");

    private static IEnumerable<PlannedStack> Servers(VariedPlan plan) => PlannedStack.In(plan).Where(stack => stack.Plan.Module == "compute");

    private static string? Text(PlannedStack stack, string parameter) => stack.Plan.Parameters.GetValueOrDefault(parameter) is StackParameter.Text text ? text.Value : null;

    private static int Number(PlannedStack stack, string parameter) => int.Parse(Text(stack, parameter)!, System.Globalization.CultureInfo.InvariantCulture);

    private static Watchable Thing(string region, params (string Name, string Value)[] of) => new(region, of.ToDictionary(part => part.Name, part => part.Value));
}
