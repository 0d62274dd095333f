using System.Globalization;
using System.Xml;
using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

/// <summary>What modules promise and no linter asks for.</summary>
public sealed class ModulePromiseTests
{
    /// <summary>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-attributes</summary>
    private static readonly string[] LoadBalancerAttributes =
    [
        "access_logs.s3.enabled", "access_logs.s3.bucket", "access_logs.s3.prefix", "client_keep_alive.seconds", "connection_logs.s3.enabled", "connection_logs.s3.bucket", "connection_logs.s3.prefix",
        "deletion_protection.enabled", "idle_timeout.timeout_seconds", "ipv6.deny_all_igw_traffic", "load_balancing.cross_zone.enabled", "routing.http.desync_mitigation_mode",
        "routing.http.drop_invalid_header_fields.enabled", "routing.http.preserve_host_header.enabled", "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
        "routing.http.xff_client_port.enabled", "routing.http.xff_header_processing.mode", "routing.http2.enabled", "waf.fail_open.enabled", "zonal_shift.config.enabled",
    ];

    /// <summary>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-attributes</summary>
    private static readonly string[] TargetGroupAttributes =
    [
        "deregistration_delay.timeout_seconds", "load_balancing.algorithm.type", "load_balancing.algorithm.anomaly_mitigation", "load_balancing.cross_zone.enabled", "slow_start.duration_seconds",
        "stickiness.enabled", "stickiness.type", "stickiness.app_cookie.cookie_name", "stickiness.app_cookie.duration_seconds", "stickiness.lb_cookie.duration_seconds",
        "target_group_health.dns_failover.minimum_healthy_targets.count", "target_group_health.dns_failover.minimum_healthy_targets.percentage",
        "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage",
    ];

    /// <summary>
    /// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html, https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html,
    /// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html, https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html
    /// </summary>
    private static readonly string[] EngineParameters = ["rds.force_ssl", "require_secure_transport", "server_audit_logging", "server_audit_events", "slow_query_log", "log_output", "log_connections", "log_disconnections", "maxmemory-policy"];

    /// <summary>https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (EnableCloudwatchLogsExports), and of clusters likewise.</summary>
    private static readonly Dictionary<string, string[]> LogExports = new()
    {
        ["postgres"] = ["postgresql", "upgrade"], ["mysql"] = ["audit", "error", "general", "slowquery"], ["aurora-postgresql"] = ["postgresql"], ["aurora-mysql"] = ["audit", "error", "general", "slowquery"],
    };

    [Fact]
    public void Zone_LeavesByItsOwnGateway_WhereEachHasOne() => Assert.All(ModuleGrid.Of("network").Where(cell => Is(cell, "Nat", "per-zone")), cell =>
    {
        var resources = cell.Resolve().Root.Section("Resources");
        var letters = "ABC".Where(letter => letter == 'A' || !Is(cell, $"Zone{letter}", ""));

        Assert.All(letters, letter =>
        {
            Assert.Equal($"NatGateway{letter}", Reference(resources, $"AppDefaultRoute{letter}", "NatGatewayId"));
            Assert.Equal($"AppRoutes{letter}", Reference(resources, $"AppDefaultRoute{letter}", "RouteTableId"));
            Assert.Equal($"AppRoutes{letter}", Reference(resources, $"AppRoutesOf{letter}", "RouteTableId"));
            Assert.Equal($"PublicSubnet{letter}", Reference(resources, $"NatGateway{letter}", "SubnetId"));
        });
    });

    /// <summary>
    /// A security group remembers what came in and lets the answer out, but not the notice that the answer was too large for the way: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html
    /// </summary>
    [Fact]
    public void LoadBalancer_HearsFromWhereItsClientsAre_ThatAPacketWasTooLarge() => Assert.All(ModuleGrid.Of("security"), cell =>
    {
        var rules = ((TemplateList)cell.Resolve().Root.Section("Resources").Section("LoadBalancerGroup").Section("Properties")["SecurityGroupIngress"]!).Items.Cast<TemplateMap>().ToList();
        var notice = Assert.Single(rules, rule => rule.Text("IpProtocol") == "icmp");

        Assert.Equal(("3", "4"), (notice.Text("FromPort"), notice.Text("ToPort")));
        Assert.All(rules, rule => Assert.Equal(Written(notice["CidrIp"]), Written(rule["CidrIp"])));
    });

    [Theory]
    [InlineData("aurora")]
    [InlineData("aurora-secondary")]
    public void Aurora_WithTwoInstances_StandsInTwoZones(string module) => Assert.All(ModuleGrid.Of(module), cell =>
    {
        var template = cell.Resolve();
        var instances = template.ResourceTypes.Where(each => each.Value == "AWS::RDS::DBInstance")
            .Select(each => TemplateWriter.Write(new([new("Zone", template.Root.Section("Resources").Section(each.Key).Section("Properties")["AvailabilityZone"] ?? new TemplateScalar("any"))]))).ToList();

        // Where no zone is said, Aurora spreads them by itself.
        Assert.True(instances.Count < 2 || instances.Distinct().Count() >= 2 || instances.All(zone => zone.Contains("any", StringComparison.Ordinal)), $"{cell}: {string.Join(", ", instances)}");
    });

    [Fact]
    public void Keys_LetServicesIn_AndNameNoRole() => Assert.All(Policies("AWS::KMS::Key", "KeyPolicy"), each =>
    {
        Assert.Contains(each.Statements, statement => Written(statement["Principal"]).Contains(":root", StringComparison.Ordinal));
        Assert.Contains(each.Statements, statement => Written(statement["Principal"]).Contains("Service", StringComparison.Ordinal) || Written(statement["Condition"]).Contains("kms:ViaService", StringComparison.Ordinal));
        Assert.All(each.Statements, statement =>
        {
            var principal = Written(statement["Principal"]);
            Assert.DoesNotMatch(":(role|user|assumed-role)/|GetAtt|Ref ", principal);
            Assert.True(!principal.Contains('*', StringComparison.Ordinal) || statement.Text("Effect") == "Deny" || Written(statement["Condition"]).Contains("kms:CallerAccount", StringComparison.Ordinal), $"{each.Place} is open to other accounts");
        });
    });

    /// <summary>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions: no conditions, in the topic's policy nor in its key's.</summary>
    [Theory]
    [InlineData("AWS::SNS::TopicPolicy", "PolicyDocument", "sns:Publish")]
    [InlineData("AWS::KMS::Key", "KeyPolicy", "kms:GenerateDataKey*")]
    public void Rules_PublishToTheTopicWithoutACondition_AndAlarmsForThisAccountOnly(string type, string property, string action)
    {
        var statements = Policies(type, property).Where(each => each.Place.StartsWith("foundation", StringComparison.Ordinal)).SelectMany(each => each.Statements).Where(statement => Written(statement["Action"]).Contains(action, StringComparison.Ordinal)).ToList();

        Assert.Null(Assert.Single(statements, statement => Written(statement["Principal"]).Contains("events.amazonaws.com", StringComparison.Ordinal))["Condition"]);
        Assert.Contains("aws:SourceAccount", Written(Assert.Single(statements, statement => Written(statement["Principal"]).Contains("cloudwatch.amazonaws.com", StringComparison.Ordinal))["Condition"]), StringComparison.Ordinal);
    }

    /// <summary>What is handed out must be written first; a statement would bring the passwords in it along. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html</summary>
    [Theory]
    [InlineData("relational", "postgres", "log_connections log_disconnections")]
    [InlineData("relational", "mysql", "log_output slow_query_log")]
    [InlineData("relational-replica", "postgres", "log_connections log_disconnections")]
    [InlineData("relational-replica", "mysql", "log_output slow_query_log")]
    [InlineData("aurora", "aurora-postgresql", "log_connections log_disconnections")]
    [InlineData("aurora", "aurora-mysql", "server_audit_events server_audit_logging slow_query_log")]
    [InlineData("aurora-secondary", "aurora-mysql", "server_audit_events server_audit_logging slow_query_log")]
    public void Database_WritesTheLogsThatItHandsOut(string module, string engine, string written) => Assert.All(ModuleGrid.ValuesOf(module).Where(cell => Is(cell, "Engine", engine)), cell =>
    {
        var settings = cell.Resolve().Root.Section("Resources").Section("ParameterGroup").Section("Properties").Section("Parameters").Entries.Select(entry => entry.Key).Where(name => name.Contains("log", StringComparison.Ordinal) || name.StartsWith("server_audit", StringComparison.Ordinal));

        Assert.Equal(written, string.Join(' ', settings.Order(StringComparer.Ordinal)));
    });

    /// <summary>Ids are of a region, but stacks of two of them are read side by side.</summary>
    [Fact]
    public void Cache_NamesUsersOfTwoRegionsApart() => Assert.All(ModuleGrid.ValuesOf("cache").Where(cell => !Is(cell, "CacheEngine", "memcached")), cell =>
        Assert.All(cell.Resolve().Root.Section("Resources").Entries.Select(entry => ((TemplateMap)entry.Value).Section("Properties")), properties =>
            Assert.All(new[] { "UserId", "UserGroupId" }.Where(id => properties[id] is not null), id => Assert.Contains("${AWS::Region}", Written(properties[id]), StringComparison.Ordinal))));

    /// <summary>https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-maintenance-policy-overview-and-considerations.html</summary>
    [Fact]
    public void Server_ThatIsReplaced_GoesOnlyOnceTheNewOneStands()
    {
        var policy = TemplateCatalogue.Module("compute").Root.Section("Resources").Section("AutoScalingGroup").Section("Properties").Section("InstanceMaintenancePolicy");

        Assert.Equal("100", policy.Text("MinHealthyPercentage"));
        Assert.InRange(int.Parse(policy.Text("MaxHealthyPercentage")!, CultureInfo.InvariantCulture), 101, 200);
    }

    [Fact]
    public void Attributes_AreSpelledAsAwsSpellsThem() => Assert.All(ModuleGrid.Of("balancer"), cell =>
    {
        var resources = cell.Resolve().Root.Section("Resources");

        Assert.Subset(LoadBalancerAttributes.ToHashSet(), Keys(resources.Section("LoadBalancer").Section("Properties")["LoadBalancerAttributes"]));
        Assert.Subset(TargetGroupAttributes.ToHashSet(), Keys(resources.Section("TargetGroup").Section("Properties")["TargetGroupAttributes"]));
    });

    /// <summary>A health check that counts earlier replaces each instance before it is ready, for ever.</summary>
    [Fact]
    public void Server_IsNotJudgedBeforeItsFirstBootMustBeDone()
    {
        var group = TemplateCatalogue.Module("compute").Root.Section("Resources").Section("AutoScalingGroup");
        var grace = XmlConvert.ToString(TimeSpan.FromSeconds(int.Parse(group.Section("Properties").Text("HealthCheckGracePeriod")!, CultureInfo.InvariantCulture)));

        Assert.Equal(group.Section("CreationPolicy").Section("ResourceSignal").Text("Timeout"), grace);
        Assert.Equal(group.Section("UpdatePolicy").Section("AutoScalingRollingUpdate").Text("PauseTime"), grace);
    }

    [Fact]
    public void ParametersAndLogsOfEngines_AreSpelledAsAwsSpellsThem()
    {
        var resources = new[] { "relational", "relational-replica", "aurora", "aurora-secondary", "cache" }.SelectMany(ModuleGrid.ValuesOf)
            .SelectMany(cell => cell.Resolve().Root.Section("Resources").Entries.Select(entry => (cell, Type: ((TemplateMap)entry.Value).Text("Type")!, Properties: ((TemplateMap)entry.Value).Section("Properties")))).ToList();
        var parameters = resources.Where(each => each.Type.EndsWith("ParameterGroup", StringComparison.Ordinal)).SelectMany(each => each.Properties.Section("Parameters").Entries.Concat(each.Properties.Section("Properties").Entries)).Select(entry => entry.Key);
        var exports = resources.Where(each => each.Properties["EnableCloudwatchLogsExports"] is not null).ToList();

        Assert.Equal(EngineParameters.Order(StringComparer.Ordinal), parameters.Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(exports, each => each.Type == "AWS::RDS::DBCluster");
        Assert.All(exports, each => Assert.Subset(LogExports[((TemplateValue.Known)each.cell.Parameters["Engine"]).Value].ToHashSet(), ((TemplateList)each.Properties["EnableCloudwatchLogsExports"]!).Items.Select(item => ((TemplateScalar)item).Text).ToHashSet()));
    }

    /// <summary>So each can be deployed by hand, without a bucket to upload it to.</summary>
    [Fact]
    public void Sources_FitIntoACall() => Assert.All(TemplateCatalogue.Sources(), file => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(file.Source), 1, ResolvedTemplate.InlineLimitBytes));

    /// <summary>Snapshots that a database takes by itself have the tags that it is told to copy.</summary>
    [Fact]
    public void Databases_HandTheirTagsToTheirSnapshots() =>
        Assert.All(TemplateCatalogue.Load().SelectMany(module => module.Resources.Where(each => each.Type is "AWS::RDS::DBInstance" or "AWS::RDS::DBCluster").Select(each => (module.Name, each.LogicalId, Source: module.Root.Section("Resources").Section(each.LogicalId).Section("Properties")))), each =>
            Assert.True(each.Source["DBClusterIdentifier"] is not null || each.Source.Text("CopyTagsToSnapshot") == "true", $"{each.Name}: {each.LogicalId} leaves its snapshots without tags"));

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html and, for groups and network ACLs,
    // https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html (defaults of an account that raised nothing)
    [Fact]
    public void Module_FitsIntoTheQuotas() => Assert.All(TemplateCatalogue.Load().SelectMany(module => ModuleGrid.ValuesOf(module.Name)), cell =>
    {
        var template = cell.Resolve();
        var resources = template.Root.Section("Resources").Entries.Select(each => (TemplateMap)each.Value).ToList();

        Assert.InRange(resources.Count, 1, 500);
        Assert.InRange(template.Parameters.Count, 0, 200);
        Assert.InRange(template.Outputs.Count, 0, 200);
        Assert.All(resources.Where(each => each.Text("Type") == "AWS::EC2::NetworkAclEntry").GroupBy(each => (Written(each.Section("Properties")["NetworkAclId"]), each.Section("Properties").Text("Egress"))), rules => Assert.InRange(rules.Count(), 1, 20));
        Assert.All(resources.Where(each => each.Text("Type") is "AWS::EC2::SecurityGroupIngress" or "AWS::EC2::SecurityGroupEgress").GroupBy(each => (Written(each.Section("Properties")["GroupId"]), each.Text("Type"))), rules => Assert.InRange(rules.Count(), 1, 60));
    });

    private static IEnumerable<(string Place, List<TemplateMap> Statements)> Policies(string type, string property) =>
        TemplateCatalogue.Load().SelectMany(module => module.Resources.Where(resource => resource.Type == type).Select(resource => (
            $"{module.Name}: {resource.LogicalId}",
            ((TemplateList)module.Root.Section("Resources").Section(resource.LogicalId).Section("Properties").Section(property)["Statement"]!).Items
                .Select(statement => statement is TemplateMap { Entries: [("Fn::If", TemplateList { Items: [_, TemplateMap yes, _] })] } ? yes : (TemplateMap)statement).ToList())));

    private static bool Is(ModuleGrid.Cell cell, string parameter, string value) => cell.Parameters[parameter] == TemplateValue.Text(value);

    private static string? Reference(TemplateMap resources, string logicalId, string property) => resources.Section(logicalId).Section("Properties").Section(property).Text("Ref");

    private static HashSet<string> Keys(TemplateNode? list) => [.. ((TemplateList)list!).Items.Select(item => ((TemplateMap)item).Text("Key")!)];

    private static string Written(TemplateNode? node) => node is null ? "" : TemplateWriter.Write(new([new("Value", node)]));
}
