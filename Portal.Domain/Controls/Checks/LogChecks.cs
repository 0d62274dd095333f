namespace Portal.Domain.Controls.Checks;

/// <summary>What happened can be read later, for long enough, and nobody could take it away.</summary>
internal static class LogChecks
{
    private const int DaysOfAYear = 365;

    /// <summary>Load balancers, CDN, firewalls and data buckets record who asked for what. A firewall that may not log proves nothing, and the finding says so.</summary>
    public static CheckOutcome Access(Inventory inventory)
    {
        var firewalls = inventory.OfType("AWS::WAFv2::WebACL").ToLookup(acl => MayNotLog(inventory, acl));
        return new Verdict()
            .Judge(LoadBalancers.All(inventory), balancer => LoadBalancers.Attribute(balancer, "access_logs.s3.enabled").IsTrue && LoadBalancers.Attribute(balancer, "access_logs.s3.bucket").Exists
                ? null : "a load balancer keeps no access log")
            .Judge(inventory.OfType("AWS::CloudFront::Distribution"), distribution => distribution["DistributionConfig/Logging/Bucket"].Exists || Delivers(inventory, distribution) ? null : "the CDN keeps no access log")
            .Judge(firewalls[false], acl => IsLogged(inventory, acl) ? null : "a web ACL keeps no log")
            .PassOver(firewalls[true], acl =>
                $"{acl.Stack.Name}/{acl.LogicalId} keeps no log: AWS logs the firewall of a CDN in {acl.Stack.Region} only, where the data may not lie. The CDN's own log says who asked, not what was refused.")
            .Judge(StoredData.DataBuckets(inventory), bucket => bucket["LoggingConfiguration/DestinationBucketName"].Exists ? null : "a bucket keeps no access log")
            .OrMissing("there is nothing that could keep an access log");
    }

    private static bool IsLogged(Inventory inventory, ControlledResource acl) => inventory.OfType("AWS::WAFv2::LoggingConfiguration").Any(log => log["ResourceArn"].Reaches(acl));

    /// <summary>The firewall of a CDN can log in one region only (https://docs.aws.amazon.com/waf/latest/developerguide/logging.html); where the data may not lie there, the CDN's own log records who asked.</summary>
    private static bool MayNotLog(Inventory inventory, ControlledResource acl) => acl["Scope"].Is("CLOUDFRONT") && !IsLogged(inventory, acl)
        && inventory.Environment.AllowedRegions?.Contains(acl.Stack.Region) == false && inventory.OfType("AWS::CloudFront::Distribution").Any();

    public static CheckOutcome Databases(Inventory inventory) => new Verdict()
        .Judge(StoredData.Databases(inventory), database => database["EnableCloudwatchLogsExports"].Items.Count > 0 ? null : "a database keeps its log to itself")
        .OrProvenBy(inventory.Fleets);

    /// <summary>Nothing is thrown away within a year; a log that never expires is kept long enough, too.</summary>
    public static CheckOutcome KeptAYear(Inventory inventory) => new Verdict()
        .Judge(Groups(inventory), group => group["RetentionInDays"] is { Exists: true } days && !(days.Number >= DaysOfAYear) ? "a log is kept for less than a year" : null)
        .Judge(StoredData.LogBuckets(inventory), bucket => Expirations(bucket).All(days => days >= DaysOfAYear) ? null : "access logs are kept for less than a year")
        .OrMissing("there is no log");

    /// <summary>Every log has an end: addresses of people are not kept for ever.</summary>
    public static CheckOutcome Expire(Inventory inventory) => new Verdict()
        .Judge(Groups(inventory), group => group["RetentionInDays"].Exists ? null : "a log is kept for ever")
        .Judge(StoredData.LogBuckets(inventory), bucket => Expirations(bucket).Any() ? null : "access logs are kept for ever")
        .OrMissing("there is no log");

    /// <summary>Logs outlive their stack; old versions of access logs outlive an overwrite.</summary>
    public static CheckOutcome Guarded(Inventory inventory) => new Verdict()
        .Judge(Groups(inventory), group => group.IsKept ? null : "a log goes with its stack")
        .Judge(StoredData.LogBuckets(inventory), bucket => !bucket.IsKept ? "access logs go with their stack" : bucket["VersioningConfiguration/Status"].Is("Enabled") ? null : "access logs can be overwritten")
        .OrMissing("there is no log");

    private static IEnumerable<ControlledResource> Groups(Inventory inventory) => inventory.OfType("AWS::Logs::LogGroup");

    private static bool Delivers(Inventory inventory, ControlledResource resource) => inventory.OfType("AWS::Logs::DeliverySource").Any(source =>
        source["ResourceArn"].Reaches(resource) && inventory.OfType("AWS::Logs::Delivery").Any(delivery => delivery["DeliverySourceName"].Reaches(source) || delivery["DeliverySourceName"].Text == source["Name"].Text));

    private static IEnumerable<decimal> Expirations(ControlledResource bucket) =>
        bucket["LifecycleConfiguration/Rules"].Items.Where(rule => rule["Status"].Is("Enabled")).Select(rule => rule["ExpirationInDays"].Number).OfType<decimal>();
}
