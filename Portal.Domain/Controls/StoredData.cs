namespace Portal.Domain.Controls;

/// <summary>What of an environment keeps data, and where copies and originals are.</summary>
internal static class StoredData
{
    /// <summary>RDS instances that stand alone; members of a cluster store nothing of their own.</summary>
    public static IEnumerable<ControlledResource> Instances(Inventory inventory) =>
        inventory.OfType("AWS::RDS::DBInstance").Where(instance => !instance["DBClusterIdentifier"].Exists);

    public static IEnumerable<ControlledResource> Clusters(Inventory inventory) => inventory.OfType("AWS::RDS::DBCluster");

    /// <summary>Clusters of a global database: the one that it was made from, and those that follow.</summary>
    public static IReadOnlyList<ControlledResource> GlobalClusters(Inventory inventory)
    {
        var bonds = inventory.OfType("AWS::RDS::GlobalCluster").ToList();
        return [.. Clusters(inventory).Where(cluster => cluster["GlobalClusterIdentifier"].Exists || bonds.Exists(bond => bond["SourceDBClusterIdentifier"].Reaches(cluster)))];
    }

    public static IEnumerable<ControlledResource> Databases(Inventory inventory) => [.. Instances(inventory), .. Clusters(inventory)];

    public static IEnumerable<ControlledResource> Tables(Inventory inventory) => inventory.OfType("AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table");

    public static IEnumerable<ControlledResource> Caches(Inventory inventory) =>
        inventory.OfType("AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::CacheCluster", "AWS::ElastiCache::ServerlessCache");

    public static IEnumerable<ControlledResource> Buckets(Inventory inventory) => inventory.OfType("AWS::S3::Bucket");

    private static readonly string[] LogWriters = ["logdelivery.elasticloadbalancing.amazonaws.com", "logging.s3.amazonaws.com", "delivery.logs.amazonaws.com"];

    /// <summary>Buckets that take access logs of load balancers, buckets or distributions, or are open to those who write them, as in a region that stands by.</summary>
    public static IReadOnlyList<ControlledResource> LogBuckets(Inventory inventory) =>
    [
        .. inventory.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer").SelectMany(balancer => LoadBalancers.Attribute(balancer, "access_logs.s3.bucket").Targets)
            .Concat(Buckets(inventory).SelectMany(bucket => bucket["LoggingConfiguration/DestinationBucketName"].Targets))
            .Concat(inventory.OfType("AWS::CloudFront::Distribution").SelectMany(distribution => distribution["DistributionConfig/Logging/Bucket"].Targets))
            .Concat(inventory.OfType("AWS::S3::BucketPolicy").Where(LetsLogsIn).SelectMany(policy => policy["Bucket"].Targets))
            .Where(target => target.Type == "AWS::S3::Bucket").Distinct(),
    ];

    private static bool LetsLogsIn(ControlledResource policy) => Policies.Statements(policy["PolicyDocument"]).Any(statement =>
        Policies.Allows(statement) && statement["Principal"]["Service"].Items.Any(service => LogWriters.Contains(service.Text, StringComparer.Ordinal)));

    public static IEnumerable<ControlledResource> DataBuckets(Inventory inventory) => Buckets(inventory).Except(LogBuckets(inventory));

    /// <summary>A replica is restored from its source, so it needs no backup of its own.</summary>
    public static bool IsCopy(ControlledResource database) =>
        Source(database).Exists || (database["GlobalClusterIdentifier"].Exists && !database["MasterUsername"].Exists);

    /// <summary>What a read replica is made from; not there for any other database, members of a global one included.</summary>
    public static ControlledValue Source(ControlledResource database) =>
        database["SourceDBInstanceIdentifier"] is { Exists: true } instance ? instance : database["SourceDBClusterIdentifier"];

    /// <summary>The part of a table that each region has; a plain table is its own only part.</summary>
    public static IEnumerable<ControlledValue> Replicas(ControlledResource table) =>
        table.Type == "AWS::DynamoDB::GlobalTable" ? table["Replicas"].Items : [table.Properties];

    /// <summary>Everything whose loss or replacement loses data, keys or evidence that cannot be made again.</summary>
    public static IEnumerable<ControlledResource> Irreplaceable(Inventory inventory) =>
        [.. Databases(inventory), .. Tables(inventory), .. Buckets(inventory), .. inventory.OfType("AWS::KMS::Key", "AWS::Backup::BackupVault")];
}
