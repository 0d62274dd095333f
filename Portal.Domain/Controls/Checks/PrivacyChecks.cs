namespace Portal.Domain.Controls.Checks;

/// <summary>Nothing but the entry can be reached from the internet.</summary>
internal static class PrivacyChecks
{
    private static readonly string[] Switches = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    /// <summary>Databases and caches stand in subnets without a route to the internet and have no public address.</summary>
    public static CheckOutcome Data(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::RDS::DBInstance"), instance => instance["PubliclyAccessible"].IsFalse ? null : "a database may have a public address")
        .Judge(StoredData.Databases(inventory), database => Subnets.NotPrivate(inventory, Members(database["DBSubnetGroupName"], "AWS::RDS::DBSubnetGroup"), "a database stands"))
        .Judge(StoredData.Caches(inventory), cache => Subnets.NotPrivate(inventory,
            cache["SubnetIds"] is { Exists: true } own ? own : Members(cache["CacheSubnetGroupName"], "AWS::ElastiCache::SubnetGroup"), "a cache stands"))
        .OrProvenBy(inventory.Fleets);

    /// <summary>Servers stand in subnets without a route from the internet; no subnet hands out public addresses.</summary>
    public static CheckOutcome Servers(Inventory inventory) => new Verdict()
        .Judge(inventory.Fleets, fleet => Subnets.NotPrivate(inventory, fleet["VPCZoneIdentifier"], "servers stand"))
        .Judge(inventory.OfType("AWS::EC2::LaunchTemplate"), template =>
            template["LaunchTemplateData/NetworkInterfaces"].Items.Any(each => each["AssociatePublicIpAddress"].IsTrue) ? "servers get public addresses" : null)
        .Judge(inventory.OfType("AWS::EC2::Subnet"), subnet => subnet["MapPublicIpOnLaunch"].IsTrue ? "a subnet hands out public addresses" : null)
        .OrMissing("there are no servers");

    public static CheckOutcome Buckets(Inventory inventory) => new Verdict()
        .Judge(StoredData.Buckets(inventory), bucket => Switches.All(each => bucket[$"PublicAccessBlockConfiguration/{each}"].IsTrue) ? null : "a bucket can be made public")
        .OrProvenBy(inventory.Fleets);

    private static ControlledValue Members(ControlledValue group, string type) =>
        group.Targets.FirstOrDefault(target => target.Type == type) is { } found ? found["SubnetIds"] : default;
}
