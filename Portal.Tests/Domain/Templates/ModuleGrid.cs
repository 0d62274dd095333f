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
    public static readonly IReadOnlyList<string> OfTheAccount = ["baseline", "deployer-role"];

    private static readonly (string Name, string[] Values) Stage = ("Stage", ["development", "production"]);

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
        ["foundation"] = [Stage, ("OwnerMail", ["", "team@example.com"])],
        ["network"] =
        [
            ("Stage", ["production"]), ("VpcCidr", ["10.64.0.0/20"]), ("ZoneA", ["eu-central-1a"]), ("ZoneB", ["", "eu-central-1b"]),
            ("ZoneC", ["", "eu-central-1c"]), ("Nat", ["none", "one", "per-zone"]), ("Exposure", ["public", "internal"]), ("LogKeyArn", [Key]),
            ("BoundaryArn", ["", "arn:aws:iam::111122223333:policy/b"]),
        ],
        ["security"] =
        [
            ("Stage", ["staging"]), ("VpcId", [Later]), ("Exposure", ["public", "internal"]), ("DatabasePort", ["0", "5433"]),
            ("CachePort", ["0", "6380"]), ("Endpoints", ["false", "true"]),
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
            ("SoftwareKind", ["none", "container", "script"]), ("TopicArn", ["", Later]), ("BoundaryArn", ["", "arn:aws:iam::111122223333:policy/b"]),
            ("SecretArn", ["", Later]), ("OpenAt", ["", "0 7 * * 1,2,3,4,5"]), ("CloseAt", ["30 19 * * 1,2,3,4,5"]), ("TimeZone", ["Europe/Dublin"]),
        ],
        ["monitoring"] =
        [
            ("Stage", ["production"]), ("TopicArn", [Later]), ("LoadBalancerMetricName", ["", Later]), ("TargetGroupMetricName", [Later]), ("ZoneA", ["eu-central-1a"]),
            ("ZoneC", ["eu-central-1c"]), ("GroupName", [Later]), ("MaxSize", ["0", "9"]), ("NatGatewayA", [Later]), ("DatabaseId", ["", Later]), ("ReplicaIdA", [Later]),
            ("ClusterId", ["", Later]), ("ClusterRole", ["copy"]), ("CacheNodeA", [Later]), ("CacheEngine", ["valkey", "memcached"]), ("TableName", ["", Later]),
            ("CopyRegionB", ["eu-west-1"]), ("VaultArn", [Later]), ("WebAclMetricName", [Later]),
        ],
        ["relational"] =
        [
            Stage, ("DataSubnetIds", [Later]), ("DataGroup", [Later]), ("DataKeyArn", [Later]), ("Engine", ["postgres", "mysql"]),
            ("MultiAz", ["true", "false"]), ("Zone", ["", "eu-central-1a"]), ("Iops", ["0", "12000"]), ("PerformanceInsights", ["true", "false"]),
            ("MonitoringSeconds", ["0", "60"]), ("BoundaryArn", ["", "arn:aws:iam::111122223333:policy/b"]),
        ],
    };

    /// <summary>Stands for another stack's output.</summary>
    private const string Later = "(later)";

    public static IEnumerable<Cell> All() => Choices.Keys.SelectMany(Of);

    /// <summary>Those of modules that environments are made of.</summary>
    public static IEnumerable<Cell> OfEnvironments() => All().Where(cell => !OfTheAccount.Contains(cell.Module));

    public static IEnumerable<Cell> Of(string module)
    {
        IEnumerable<IEnumerable<(string Name, string Value)>> cells = OfTheAccount.Contains(module) ? [[]] : [[("Environment", "storefront/shop")]];
        foreach (var (name, values) in Choices[module])
            cells = cells.SelectMany(cell => values.Select(value => cell.Append((name, value)))).ToList();
        return cells.Select(cell => new Cell(module, cell.ToDictionary(each => each.Name, each => Value(each.Name, each.Value))));
    }

    /// <summary>Fewer cells, in which still every two choices meet: for judges that take their time.</summary>
    public static IEnumerable<Cell> PairsOf(string module)
    {
        var met = new HashSet<(KeyValuePair<string, TemplateValue>, KeyValuePair<string, TemplateValue>)>();
        foreach (var cell in Of(module))
        {
            var pairs = cell.Parameters.SelectMany(one => cell.Parameters.Select(other => (one, other))).ToList();
            if (!pairs.TrueForAll(met.Contains))
                yield return cell;
            met.UnionWith(pairs);
        }
    }

    public static StackScope Scope(string module, string team = "storefront") =>
        new() { Region = "eu-central-1", AccountId = "111122223333", StackName = $"{team}-shop-eu-central-1-{module}" };

    private static TemplateValue Value(string name, string value) =>
        value == Later ? TemplateValue.FromStack("another", name) : TemplateValue.Text(value);
}
