namespace Portal.Tests.Sandbox.CloudFormation;

/// <summary>A stack to make: its module, where, and what is said rather than wired. A value <c>=DbArn</c> is wired to an output of another name.</summary>
internal sealed record WantedStack(string Module, string Region, params (string Name, string Value)[] Values);

/// <summary>One environment that uses every module, in an order in which each finds what it needs.</summary>
internal static class Catalogue
{
    private const string First = "eu-central-1";
    private const string Second = "eu-west-1";
    private const string SecondKey = "arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012";

    private const string Edge = "us-east-1";

    public static IReadOnlyList<WantedStack> Stacks { get; } =
    [
        new("baseline", First, ("HomeRegion", "true"), ("PciStandard", "true"), ("NistStandard", "true")),
        new("foundation", First, ("ViewerLogs", "true")),
        new("network", First, ("ZoneA", "eu-central-1a"), ("ZoneB", "eu-central-1b"), ("ZoneC", "eu-central-1c")),
        new("security", First, ("DatabasePort", "5433"), ("ProxyPort", "5432"), ("CachePort", "6380"), ("Endpoints", "true")),
        new("endpoints", First),
        new("hosted-zone", Edge, ("DomainName", "shop.example.com"), ("Dnssec", "true")),
        new("certificate", First, ("DomainName", "shop.example.com")),
        new("firewall", First),
        new("balancer", First, ("CertificateArn", "arn:aws:acm:eu-central-1:111122223333:certificate/x")),
        new("relational", First, ("ReplicaCount", "2"), ("CrossRegionReplica", "true"), ("SecondRegion", Second), ("SecondRegionKeyArn", SecondKey)),
        new("aurora", First, ("ZoneA", "eu-central-1a"), ("ZoneB", "eu-central-1b"), ("GlobalName", "storefront-shop"), ("SecondRegion", Second), ("SecondRegionKeyArn", SecondKey)),
        new("proxy", First),
        new("office-hours", First, ("StartAt", "15 7 ? * MON,TUE,WED,THU,FRI *"), ("StopAt", "0 18 ? * MON,TUE,WED,THU,FRI *"), ("TimeZone", "Europe/Berlin")),
        new("foundation", Second),
        new("table", First, ("Capacity", "provisioned"), ("RegionB", Second), ("KeyArnB", "arn:aws:kms:eu-west-1:111122223333:key/x")),
        new("cache", First, ("Nodes", "3")),
        new("storage-replica", Second, ("Distribution", "true")),
        new("storage", First, ("ReplicationTime", "true")),
        new("edge", "us-east-1", ("DomainName", "shop.example.com"), ("HostedZoneId", "Z0123456789ABCDEFGHIJ"), ("LogKeyArn", "")),
        new("static-site", First, ("DomainName", "shop.example.com"), ("DynamicOrigin", "lb.eu-central-1.elb.amazonaws.com")),
        new("accelerator", "us-west-2", ("SecondLoadBalancerArn", "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/x/0123456789abcdef")),
        new("monitoring-accelerator", "us-west-2", ("ServingRegions", "2"), ("OwnerMail", "team@example.com"), ("TopicArn", "")),
        new("compute", First,
            ("ImageId", "{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}"), ("InstanceType", "c7g.large"), ("MinSize", "3"), ("MaxSize", "6")),
        new("vault-copy", Second),
        new("backup", First, ("CopyHours", "4"), ("RestoreTests", "monthly")),
        new("monitoring", First, ("ZoneA", "eu-central-1a"), ("ZoneB", "eu-central-1b"), ("ZoneC", "eu-central-1c"), ("MaxSize", "6"), ("Drills", "true")),
        new("monitoring-data", First, ("ClusterReaders", "1"), ("CopyRegionB", Second), ("CopiedBucketName", "=BucketName"), ("BucketCopyName", "=ReplicaBucketName")),
        new("network", Second, ("ZoneA", "eu-west-1a"), ("ZoneB", "eu-west-1b")),
        new("security", Second, ("DatabasePort", "5433")),
        new("relational-replica", Second, ("SourceDbArn", "=DbArn")),
        new("aurora-secondary", Second, ("FirstClusterArn", "=ClusterArn"), ("Automatic", "true")),
        new("fallback", Edge, ("DomainName", "shop.example.com")),
        new("shield", Edge),
        new("dns", Edge,
            ("DomainName", "shop.example.com"), ("Policy", "failover"), ("DnsNameA", "a.eu-central-1.elb.amazonaws.com"), ("ZoneIdA", "Z215JYRZR1TBD5"),
            ("DnsNameB", "b.eu-west-1.elb.amazonaws.com"), ("ZoneIdB", "Z32O12XQLNTSW2"), ("FallbackDnsName", "d111111abcdef8.cloudfront.net")),
        new("monitoring-global", Edge, ("OwnerMail", "team@example.com")),
        new("cost", Edge, ("MonthlyAmount", "6000"), ("OwnerMail", "team@example.com")),
        new("spending", Edge, ("Mail", "team@example.com")),
        new("deployer-role", First, ("WorkerArn", "arn:aws:iam::111122223333:role/portal-worker"), ("ExternalId", "portal-111122223333")),
    ];
}
