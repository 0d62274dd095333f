using Portal.Domain.Facts;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates;

/// <summary>Every module with values that turn its options on and off: all combinations of the choices named here.</summary>
internal static class ModuleGrid
{
    public sealed record Cell(string Module, IReadOnlyDictionary<string, TemplateValue> Parameters)
    {
        public ResolvedTemplate Resolve(string team = "storefront") =>
            TemplateResolver.Resolve(TemplateCatalogue.Module(Module), Parameters, Scope(Module, team));

        public override string ToString() =>
            $"{Module}({string.Join(", ", Parameters.Select(p => $"{p.Key}={(p.Value as TemplateValue.Known)?.Value ?? "another stack's"}"))})";
    }

    private const string Key = "arn:aws:kms:eu-central-1:111122223333:key/12345678-1234-1234-1234-123456789012";

    /// <summary>Made when an account is onboarded, for no environment.</summary>
    public static readonly IReadOnlyList<string> OfTheAccount = ["baseline", "deployer-role", "spending"];

    private static readonly (string Name, string[] Values) Stage = ("Stage", ["development", "production"]);

    /// <summary>What every module that asks for it is told.</summary>
    private static readonly (string Name, string Value)[] Everywhere = [("Environment", "storefront/shop"), ("CostCenter", "CC-1042")];

    private static readonly Dictionary<string, (string Name, string[] Values)[]> Choices = new()
    {
        ["baseline"] =
        [
            ("HomeRegion", ["true", "false"]), ("Recorder", ["true", "false"]), ("RecorderRole", ["create", "standing"]), ("ThreatDetection", ["true", "false"]),
            ("Posture", ["true", "false"]), ("PciStandard", ["true", "false"]), ("NistStandard", ["true", "false"]), ("PeopleGroups", ["", "administrators,auditors"]),
        ],
        ["deployer-role"] =
        [
            ("WorkerArn", ["arn:aws:iam::111122223333:role/portal-worker"]), ("ExternalId", ["portal-444455556666"]), ("BoundaryArn", ["arn:aws:iam::444455556666:policy/baseline/b"]),
            ("ArtifactBucketArn", ["arn:aws:s3:::artifacts", "arn:aws:s3:::artifacts,arn:aws:s3:::artifacts-west"]), ("TrailBucketArn", ["arn:aws:s3:::trail", Later]),
            ("TrailLogName", [Later]), ("BaselineKeyArn", [Key]),
        ],
        ["spending"] = [("Mail", ["team@example.com"]), ("MonitorArn", ["", "arn:aws:ce::111122223333:anomalymonitor/12345678-1234-1234-1234-123456789012"])],
        ["foundation"] = [Stage, ("OwnerMail", ["", "team@example.com"]), ("ViewerLogs", ["true", "false"])],
        ["network"] =
        [
            ("Stage", ["production"]), ("VpcCidr", ["10.64.0.0/20"]), ("ZoneA", ["eu-central-1a"]), ("ZoneB", ["", "eu-central-1b"]),
            ("ZoneC", ["", "eu-central-1c"]), ("Nat", ["none", "one", "per-zone"]), ("Exposure", ["public", "internal"]), ("LogKeyArn", [Key]),
            ("BoundaryArn", ["", "arn:aws:iam::111122223333:policy/b"]),
        ],
        ["security"] =
        [
            ("Stage", ["staging"]), ("VpcId", [Later]), ("Exposure", ["public", "internal"]), ("DatabasePort", ["0", "5433"]),
            ("ProxyPort", ["0", "5432"]), ("CachePort", ["0", "6380"]), ("Endpoints", ["false", "true"]),
        ],
        ["balancer"] =
        [
            Stage, ("VpcId", [Later]), ("PublicSubnetIds", [Later]), ("LoadBalancerGroup", [Later]), ("LogBucket", [Later]),
            ("Exposure", ["public", "internal"]), ("CertificateArn", ["", "arn:aws:acm:eu-central-1:111122223333:certificate/x", Later]),
            ("WebAclArn", ["", Later]), ("Stateless", ["true", "false"]), ("Algorithm", ["round_robin", "least_outstanding_requests"]), ("SlowStartSeconds", ["30"]),
        ],
        ["firewall"] = [Stage, ("LogKeyArn", [Later]), ("ManagedRules", ["block", "count"]), ("LargeBodies", ["true", "false"]), ("LogPassed", ["true", "false"])],
        ["compute"] =
        [
            ("Stage", ["production"]), ("AppSubnetIds", [Later]), ("Zones", ["eu-central-1a,eu-central-1b"]), ("AppGroup", [Later]),
            ("TargetGroupArn", [Later]), ("ImageId", ["{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}"]),
            ("InstanceType", ["c7g.large"]), ("MinSize", ["2"]), ("MaxSize", ["4"]), ("DataKeyArn", [Later]), ("LogKeyArn", [Later]),
            ("SoftwareKind", ["none", "container", "script"]), ("RepositoryArn", ["arn:aws:ecr:eu-central-1:111122223333:repository/shop"]), ("TopicArn", ["", Later]), ("BoundaryArn", ["arn:aws:iam::111122223333:policy/b"]),
            ("SecretArn", ["", Later]), ("TableName", [Later]), ("BucketName", ["", Later]), ("CacheArn", ["", Later]), ("CacheUserArn", [Later]), ("AgentMetrics", ["true", "false"]), ("RequestsPerTarget", ["0", "1500"]), ("LoadBalancerMetricName", [Later]), ("TargetGroupMetricName", [Later]), ("InstanceTypeB", ["c7gd.large"]), ("Spot", ["false", "true"]), ("OnDemandBase", ["1"]), ("Predictive", ["false", "true"]), ("OpenAt", ["", "0 7 * * 1,2,3,4,5"]), ("CloseAt", ["30 19 * * 1,2,3,4,5"]), ("ClosedSize", ["0"]), ("TimeZone", ["Europe/Dublin"]),
        ],
        ["monitoring"] =
        [
            ("Stage", ["production"]), ("TopicArn", [Later]), ("LoadBalancerMetricName", ["", Later]), ("TargetGroupMetricName", [Later]), ("ZoneA", ["eu-central-1a"]),
            ("ZoneB", ["", "eu-central-1b"]), ("ZoneC", ["eu-central-1c"]), ("MinHealthyHosts", ["2"]), ("WaitsForTakeover", ["false", "true"]), ("GroupName", [Later]), ("MaxSize", ["0", "9"]), ("NatGatewayA", [Later]), ("NatGatewayB", [Later]), ("NatGatewayC", [Later]), ("DatabaseId", ["", Later]),
            ("ClusterId", ["", Later]), ("CacheNodeA", [Later]), ("TableName", ["", Later]), ("VaultArn", ["", Later]), ("CopyVaultArn", [Later]), ("RestoreTestArn", [Later]), ("CertificateArn", [Later]),
            ("WebAclMetricName", ["", Later]), ("Drills", ["false", "true"]),
        ],
        ["monitoring-data"] =
        [
            ("Stage", ["production"]), ("TopicArn", [Later]), ("DatabaseId", ["", Later]), ("ReplicaIdA", [Later]), ("ReplicaIdB", [Later]), ("ReplicaIdC", [Later]), ("ReplicaRole", ["reader", "copy"]),
            ("ClusterId", ["", Later]), ("ClusterRole", ["copy"]), ("ClusterReaders", ["2"]), ("CacheNodeA", ["", Later]), ("CacheNodeB", [Later]), ("CacheNodeC", [Later]), ("CacheEngine", ["valkey", "memcached"]),
            ("TableName", ["", Later]), ("CopyRegionB", ["eu-west-1"]), ("CopyRegionC", ["eu-west-3"]), ("CopiedBucketName", [Later]), ("BucketCopyName", [Later]), ("BucketRole", ["source", "copy"]),
        ],
        ["table"] =
        [
            Stage, ("DataKeyArn", [Later]), ("SortKey", ["", "sk"]), ("Capacity", ["on-demand", "provisioned"]), ("RegionB", ["", "eu-west-1"]), ("KeyArnB", [Later]),
            ("RegionC", ["", "eu-west-3"]), ("KeyArnC", [Later]), ("Consistency", ["eventual", "strong"]), ("WitnessRegion", ["", "eu-west-2"]),
        ],
        ["cache"] =
        [
            Stage, ("DataSubnetIds", [Later]), ("CacheGroup", [Later]), ("DataKeyArn", [Later]), ("CacheEngine", ["valkey", "redis", "memcached"]),
            ("Nodes", ["1", "2", "3"]), ("MemcachedNodes", ["1", "20"]),
        ],
        ["storage"] =
        [
            Stage, ("DataKeyArn", [Later]), ("LogBucket", [Later]), ("ReplicaBucketArn", ["", Later]), ("ReplicaKeyArn", [Later]), ("ReplicationTime", ["true", "false"]),
            ("BoundaryArn", ["", "arn:aws:iam::111122223333:policy/b"]),
        ],
        ["storage-replica"] = [Stage, ("DataKeyArn", [Later]), ("LogBucket", [Later]), ("Distribution", ["true", "false"])],
        ["static-site"] =
        [
            Stage, ("DataKeyArn", [Later]), ("LogBucket", [Later]), ("LogBucketDomain", ["", Later]), ("DomainName", ["", "shop.example.com"]), ("EdgeCertificateArn", [Later]),
            ("EdgeWebAclArn", ["", Later]), ("DynamicOrigin", ["", Later]), ("DynamicOriginArn", ["", Later]), ("DynamicPaths", ["api", "all"]), ("ReplicaBucketArn", ["", Later]), ("ReplicaBucketDomain", [Later]),
            ("ReplicaKeyArn", [Later]), ("ReplicationTime", ["true"]), ("BoundaryArn", ["arn:aws:iam::111122223333:policy/b"]),
        ],
        ["fallback"] = [Stage, ("DomainName", ["shop.example.com"]), ("EdgeCertificateArn", [Later]), ("EdgeWebAclArn", ["", Later]), ("LogBucketDomain", ["", Later])],
        ["shield"] =
        [
            Stage, ("LoadBalancerArnA", [Later, ""]), ("LoadBalancerArnB", ["", Later]), ("DistributionId", ["", Later]), ("AcceleratorId", ["", Later]), ("HostedZoneId", [Later]),
        ],
        ["edge"] =
        [
            Stage, ("DomainName", ["shop.example.com", ""]), ("SecondDomainName", ["", "www.shop.example.com"]), ("HostedZoneId", ["Z0123456789ABCDEFGHIJ", Later]), ("LogKeyArn", ["", Later]), ("Firewall", ["true", "false"]),
            ("ManagedRules", ["block", "count"]), ("LargeBodies", ["true", "false"]), ("Logged", ["true", "false"]), ("LogPassed", ["true", "false"]),
        ],
        ["accelerator"] = [Stage, ("LoadBalancerArn", [Later]), ("SecondLoadBalancerArn", ["", Later]), ("SecondPercent", ["0", "100"]), ("Stateless", ["true", "false"])],
        ["monitoring-accelerator"] = [Stage, ("OwnerMail", ["", "team@example.com"]), ("TopicArn", ["", Later]), ("AcceleratorId", [Later]), ("ServingRegions", ["1", "2"])],
        ["relational"] =
        [
            Stage, ("DataSubnetIds", [Later]), ("DataGroup", [Later]), ("DataKeyArn", [Later]), ("Engine", ["postgres", "mysql"]),
            ("MultiAz", ["true", "false"]), ("Iops", ["0", "12000"]), ("PerformanceInsights", ["true", "false"]),
            ("MonitoringSeconds", ["0", "60"]), ("ReplicaCount", ["0", "3"]), ("CrossRegionReplica", ["false", "true"]), ("SecondRegion", ["", "eu-west-1"]), ("SecondRegionKeyArn", [Later]),
            ("ReplicaClass", ["db.m7g.large"]), ("BackupWindow", ["07:00-07:30"]), ("MaintenanceWindow", ["mon:08:00-mon:08:30"]), ("ReaderMaintenanceWindow", ["sun:08:00-sun:08:30"]), ("ReplicaZoneA", ["eu-central-1c"]), ("BoundaryArn", ["", "arn:aws:iam::111122223333:policy/b"]),
        ],
        ["relational-replica"] =
        [
            Stage, ("SourceDbArn", ["arn:aws:rds:eu-west-1:111122223333:db:shop"]), ("DataSubnetIds", [Later]), ("DataGroup", [Later]), ("DataKeyArn", [Later]),
            ("Engine", ["postgres", "mysql"]), ("MultiAz", ["true", "false"]), ("PerformanceInsights", ["true", "false"]), ("MonitoringSeconds", ["0", "60"]), ("BackupWindow", ["07:00-07:30"]), ("MaintenanceWindow", ["mon:08:00-mon:08:30"]), ("BoundaryArn", [Later]),
        ],
        ["aurora"] =
        [
            ("Stage", ["production"]), ("DataSubnetIds", [Later]), ("DataGroup", [Later]), ("DataKeyArn", [Later]), ("Engine", ["aurora-postgresql", "aurora-mysql"]),
            ("InstanceClass", ["db.serverless", "db.r7g.large"]), ("InstanceCount", ["1", "2", "3", "4"]), ("ZoneA", ["eu-central-1a"]), ("ZoneB", ["eu-central-1b"]),
            ("ZoneC", ["", "eu-central-1c"]), ("GlobalName", ["", "storefront-shop"]), ("SecondRegion", ["", "eu-west-1"]), ("SecondRegionKeyArn", [Later]),
            ("PerformanceInsights", ["true", "false"]), ("MonitoringSeconds", ["0", "60"]), ("BackupWindow", ["07:00-07:30"]), ("MaintenanceWindow", ["mon:08:00-mon:08:30"]), ("ReaderMaintenanceWindow", ["sun:08:00-sun:08:30"]), ("BoundaryArn", [Later]),
        ],
        ["office-hours"] =
        [
            Stage, ("DatabaseId", [Later]), ("ClusterId", ["", Later]), ("StartAt", ["15 7 ? * MON,TUE,WED,THU,FRI *"]), ("StopAt", ["0 18 ? * MON,TUE,WED,THU,FRI *"]), ("TimeZone", ["Europe/Dublin"]),
            ("BoundaryArn", ["", "arn:aws:iam::111122223333:policy/b"]),
        ],
        ["aurora-secondary"] =
        [
            ("Stage", ["production"]), ("GlobalId", [Later]), ("FirstClusterArn", [Later]), ("DataSubnetIds", [Later]), ("DataGroup", [Later]), ("DataKeyArn", [Later]), ("Engine", ["aurora-mysql"]),
            ("EngineVersion", [AwsFacts.Embedded.EngineVersions["aurora-mysql"].Version]), ("ParameterFamily", ["aurora-mysql8.0"]), ("InstanceClass", ["db.serverless", "db.r7g.large"]),
            ("InstanceCount", ["0", "1", "2"]), ("ZoneA", ["", "eu-central-1a"]), ("ZoneB", ["", "eu-central-1b"]), ("PerformanceInsights", ["true", "false"]),
            ("MonitoringSeconds", ["0", "60"]), ("TopicArn", [Later]), ("Automatic", ["false", "true"]), ("BackupWindow", ["07:00-07:30"]), ("MaintenanceWindow", ["mon:08:00-mon:08:30"]), ("BoundaryArn", [Later]),
        ],
        ["proxy"] =
        [
            Stage, ("DataSubnetIds", [Later]), ("DataGroup", [Later]), ("DataKeyArn", [Later]), ("LogKeyArn", [Later]), ("SecretArn", [Later]),
            ("EngineFamily", ["POSTGRESQL", "MYSQL"]), ("DatabaseId", ["", Later]), ("ClusterId", ["", Later]), ("BoundaryArn", ["", "arn:aws:iam::111122223333:policy/b"]),
        ],
        ["hosted-zone"] = [Stage, ("DomainName", ["shop.example.com"]), ("QueryLog", ["true", "false"]), ("QueryLogPermit", ["own", "account"]), ("Dnssec", ["false", "true"])],
        ["certificate"] = [("Stage", ["production"]), ("DomainName", ["shop.example.com"]), ("HostedZoneId", ["Z0123456789ABCDEFGHIJ", Later]), ("Wildcard", ["false", "true"])],
        ["dns"] =
        [
            ("Stage", ["production"]), ("HostedZoneId", [Later]), ("DomainName", ["shop.example.com"]), ("Front", ["balancer", "accelerator", "cdn"]),
            ("Policy", ["simple", "failover", "latency"]), ("DnsNameA", [Later]), ("ZoneIdA", [Later]), ("RegionA", ["eu-west-1"]), ("DnsNameB", ["", Later]), ("ZoneIdB", [Later]),
            ("RegionB", ["eu-central-1"]), ("Ipv6", ["false", "true"]), ("HealthChecks", ["none", "fast"]), ("FallbackDnsName", ["", Later]),
            ("StaticName", ["static.shop.example.com"]), ("DistributionDomain", [Later]),
        ],
        ["monitoring-global"] =
        [
            Stage, ("OwnerMail", ["", "team@example.com"]), ("HealthCheckIdA", ["", Later]), ("HealthCheckIdB", ["", Later]), ("SignedZoneId", ["", Later]), ("DistributionId", ["", Later]),
            ("EdgeWebAclMetricName", ["", Later]), ("EdgeCertificateArn", ["", Later]),
        ],
        ["vault-copy"] = [Stage, ("BackupKeyArn", [Later]), ("Locked", ["false", "true"])],
        ["backup"] =
        [
            ("Stage", ["production"]), ("BackupKeyArn", [Later]), ("CopyVaultArn", ["", Later]), ("CopyHours", ["24", "1"]), ("DbArn", ["", Later]), ("ClusterArn", ["", Later]),
            ("TableArn", ["", Later]), ("BucketArn", ["", Later]), ("ReplicaIdA", ["", Later]), ("ReplicaIdB", [Later]), ("ReplicaIdC", [Later]),
            ("RestoreTests", ["none", "weekly"]), ("DbSubnetGroup", [Later]), ("BackupRoleArn", ["", "arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole"]), ("BoundaryArn", ["arn:aws:iam::111122223333:policy/b"]),
        ],
        ["cost"] = [Stage, ("MonthlyAmount", ["6000"]), ("OwnerMail", ["", "team@example.com"]), ("GlobalTopicArn", ["", Later])],
        ["endpoints"] =
        [
            ("Stage", ["production"]), ("VpcId", [Later]), ("AppSubnetIds", [Later]), ("EndpointGroup", [Later]),
            ("Services", ["ssm", "logs,secretsmanager", "ssm,ssmmessages,ec2messages,logs,monitoring,secretsmanager,kms,ecr.api,ecr.dkr,autoscaling,cloudformation"]),
        ],
    };

    /// <summary>Stands for another stack's output.</summary>
    private const string Later = "(later)";

    public static IEnumerable<Cell> All() => Choices.Keys.SelectMany(Of);

    /// <summary>Those of modules that environments are made of.</summary>
    public static IEnumerable<Cell> OfEnvironments() => All().Where(cell => !OfTheAccount.Contains(cell.Module));

    public static IEnumerable<Cell> Of(string module)
    {
        IEnumerable<IEnumerable<(string Name, string Value)>> cells = [Everywhere.Where(each => TemplateCatalogue.Module(module).Parameters.Any(parameter => parameter.Name == each.Name))];
        foreach (var (name, values) in Choices[module])
            cells = cells.SelectMany(cell => values.Select(value => cell.Append((name, value)))).ToList();
        return cells.Select(cell => new Cell(module, cell.ToDictionary(each => each.Name, each => Value(each.Name, each.Value))));
    }

    /// <summary>Fewer cells, in which still every two choices meet: for judges that take their time.</summary>
    public static IEnumerable<Cell> PairsOf(string module) =>
        Meeting(module, choices => choices.SelectMany(one => choices.Select(other => (one, other, other))));

    /// <summary>As <see cref="PairsOf"/>, where every three choices meet: a condition of three parameters comes true in one of them.</summary>
    public static IEnumerable<Cell> TriplesOf(string module) =>
        Meeting(module, choices => choices.SelectMany(one => choices.Where(other => other >= one).SelectMany(other => choices.Where(third => third >= other).Select(third => (one, other, third)))));

    /// <param name="groups">Those of a cell's choices, each by its number, that shall have met.</param>
    private static IEnumerable<Cell> Meeting(string module, Func<IReadOnlyList<int>, IEnumerable<(int, int, int)>> groups)
    {
        var numbers = new Dictionary<KeyValuePair<string, TemplateValue>, int>();
        var met = new HashSet<(int, int, int)>();
        foreach (var cell in Of(module))
        {
            var before = met.Count;
            met.UnionWith(groups([.. cell.Parameters.Select(each => numbers.TryGetValue(each, out var known) ? known : numbers[each] = numbers.Count)]));
            if (met.Count > before)
                yield return cell;
        }
    }

    /// <summary>A few cells in which every value of every choice is met once: for judges that take longer still.</summary>
    public static IEnumerable<Cell> ValuesOf(string module)
    {
        var cells = Of(module).ToList();
        var open = cells.SelectMany(cell => cell.Parameters).ToHashSet();
        while (open.Count > 0)
        {
            var next = cells.MaxBy(cell => cell.Parameters.Count(open.Contains))!;
            open.ExceptWith(next.Parameters);
            yield return next;
        }
    }

    public static StackScope Scope(string module, string team = "storefront") =>
        new() { Region = module == "baseline" ? "us-east-1" : "eu-central-1", AccountId = "111122223333", StackName = $"{team}-shop-eu-central-1-{module}" };

    private static TemplateValue Value(string name, string value) =>
        value == Later ? TemplateValue.FromStack("another", name) : TemplateValue.Text(value);
}
