using System.Collections.Concurrent;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.Resources;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>A second plan of the same environment changes what stands: what keeps data is neither replaced nor taken away by it, and the stack policy forbids nothing that it does.</summary>
public sealed class ReplanTests
{
    private const string Twice = "zone: { rpo: 5m, rto: 30m }\n  region: { rpo: 1m, rto: 2h }";

    /// <summary>
    /// What replaces a resource under conditions only, beside what the registry's schemas call create-only. The zone of an instance may go with a standby that comes, and else never change:
    /// https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds (ImmutabilityHelper). A cache's port, zones and subnets: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html
    /// </summary>
    private static readonly Dictionary<string, string[]> ReplaceSometimes = new(StringComparer.Ordinal)
    {
        ["AWS::RDS::DBInstance"] = ["AvailabilityZone", "Engine", "SourceDBInstanceIdentifier", "PerformanceInsightsKMSKeyId"],
        ["AWS::RDS::DBCluster"] = ["Engine"],
        ["AWS::ElastiCache::ReplicationGroup"] = ["Engine"],
        ["AWS::DynamoDB::GlobalTable"] = ["KeySchema", "MultiRegionConsistency"],
    };

    private static readonly Dictionary<string, (Func<RequestSheet> Before, Func<RequestSheet> After, string Sign)> Changes = new(StringComparer.Ordinal)
    {
        ["the standby goes"] = (() => Rds(""), Single, "relational.MultiAz true false"),
        ["a standby comes"] = (Single, () => Rds(""), "relational.MultiAz false true"),
        ["readers go"] = (() => Rds(", readReplicas: 2"), () => Rds(""), "relational/ReplicaB there gone"),
        ["readers come"] = (() => Rds(""), () => Rds(", readReplicas: 2"), "relational/ReplicaB gone there"),
        ["readers of a cluster go"] = (() => Cluster(", readReplicas: 3"), () => Cluster(", readReplicas: 1"), "aurora/InstanceD there gone"),
        ["the replica elsewhere goes"] = (() => RelationalSheets.With("{ engine: postgresql, sizeGb: 50, service: rds }", Twice), () => Rds(""), "relational/Secret there gone"),
        ["nodes of a cache come"] = (() => Cached("valkey", "98.5"), () => Cached("valkey", "99.9"), "cache.Nodes 1 2"),
        ["nodes of a cache go"] = (() => Cached("redis", "99.9"), () => Cached("redis", "98.5"), "cache.Nodes 2 1"),
        ["nodes of Memcached come"] = (() => Cached("memcached", "98.5"), () => Cached("memcached", "99.8"), "cache.MemcachedNodes 1 2"),
        ["a third zone comes"] = (() => Zones("peakRps: 200", "meanRps: 50"), () => Zones("peakRps: 12000", "meanRps: 10000"), "network.ZoneC  eu-central-1c"),
    };

    public static TheoryData<string> Names() => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Change_ReplacesAndTakesAwayNothingThatKeepsData(string name)
    {
        Assert.Empty(
            from change in Updates(name)
            where IsGuarded(change.Before)
            from property in Differing(change.Before, change.After)
            select $"{change.Before}: {property}");
    }

    /// <summary>Else the update would fail, and nobody could ever make it.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void StackPolicy_LetsTheChangePass(string name)
    {
        Assert.Empty(
            from change in Updates(name)
            where change.Stack.StackPolicy
            let action = change.After is null ? "Update:Delete" : Differing(change.Before, change.After).Any() ? "Update:Replace" : "Update:Modify"
            let denial = Denial(change.Before, action)
            where denial is not null
            select $"{change.Before}: {denial}");
    }

    /// <summary>What a plan keeps data in by type, but for what is made again from something else: readers, members of a cluster, the password of a database with copies, the bond between regions.</summary>
    [Fact]
    public void StackPolicy_NamesEverythingThatKeepsData()
    {
        string[] keeps = ["AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::DynamoDB::GlobalTable", "AWS::S3::Bucket", "AWS::ElastiCache::ReplicationGroup", "AWS::KMS::Key", "AWS::Backup::BackupVault"];
        var guarded = PlannedStack.All.Where(stack => stack.Plan.StackPolicy).SelectMany(stack => stack.Resources).Where(resource => keeps.Contains(resource.Type)).ToLookup(IsGuarded);

        Assert.Equal(["InstanceA", "InstanceB", "InstanceC", "InstanceD", "ReplicaA", "ReplicaB", "ReplicaC"], guarded[false].Select(resource => resource.LogicalId).Distinct().Order(StringComparer.Ordinal));
        Assert.Superset(keeps.ToHashSet(), guarded[true].Select(resource => resource.Type).ToHashSet());
    }

    /// <summary>Each resource of the stacks that stay, with what the second plan has in its place; the stack is the second plan's.</summary>
    private static IEnumerable<(StackPlan Stack, PlannedResource Before, PlannedResource? After)> Updates(string name)
    {
        var (before, after) = Both(name);
        return
            from stack in before
            join next in after on stack.Plan.Name equals next.Plan.Name
            from resource in stack.Resources
            select (next.Plan, resource, next.Resources.SingleOrDefault(each => each.LogicalId == resource.LogicalId));
    }

    private static IEnumerable<string> Differing(PlannedResource before, PlannedResource? after)
    {
        if (after is null)
        {
            return ["is gone"];
        }

        var properties = ResourceCatalogue.Get(before.Type).CreateOnly.Select(path => path.Split('.')[0]).Concat(ReplaceSometimes.GetValueOrDefault(before.Type, []));
        return properties.Distinct().Where(property => Shown(before, property) != Shown(after, property) && !(property == "AvailabilityZone" && after.Properties[property] is null && after.Value("MultiAZ") == "true"));
    }

    /// <summary>The property as text, and what the plan gives the parameters that it names.</summary>
    private static string Shown(PlannedResource resource, string property) => resource.Properties[property] is { } node
        ? resource.Stack.Plan.Parameters.Where(parameter => TemplateWriter.Write(new([new("of", node)])).Contains(parameter.Key, StringComparison.Ordinal))
            .Aggregate(TemplateWriter.Write(new([new("of", node)])), (text, parameter) => $"{text} {parameter.Key}={parameter.Value}")
        : "";

    private static bool IsGuarded(PlannedResource resource) => Denial(resource, "Update:Replace") is not null;

    private static string? Denial(PlannedResource resource, string action) => StackPolicy.Denial(
        StackPolicies.KeepData, action, new ResourceState { LogicalId = resource.LogicalId, Type = resource.Type, Status = "CREATE_COMPLETE", UpdatedAt = default, Properties = "{}" });

    private static readonly ConcurrentDictionary<string, (IReadOnlyList<PlannedStack> Before, IReadOnlyList<PlannedStack> After)> Planned = new(StringComparer.Ordinal);

    private static (IReadOnlyList<PlannedStack> Before, IReadOnlyList<PlannedStack> After) Both(string name) => Planned.GetOrAdd(name, Plan);

    private static (IReadOnlyList<PlannedStack> Before, IReadOnlyList<PlannedStack> After) Plan(string name)
    {
        var (before, after, sign) = Changes[name];
        var both = (Stacks(name, before()), Stacks(name, after()));
        var said = sign.Split(' ');
        Assert.Equal((said[1], said[2]), (Given(both.Item1, said[0]), Given(both.Item2, said[0])));
        return both;
    }

    private static IReadOnlyList<PlannedStack> Stacks(string name, RequestSheet sheet)
    {
        var plan = new VariedPlan(name, sheet, Designs.Run(sheet));
        Assert.True(plan.Plan.Feasible, string.Join(' ', plan.Plan.Refusals.Select(refusal => refusal.Proof)));
        return [.. plan.Plan.Stacks.Select(stack => new PlannedStack(plan, stack, plan.Folder.Template(stack)))];
    }

    /// <param name="sign">module.Parameter, or module/Resource.</param>
    private static string Given(IReadOnlyList<PlannedStack> stacks, string sign)
    {
        var (module, name) = (sign.Split('.', '/')[0], sign.Split('.', '/')[1]);
        var stack = stacks.First(stack => stack.Plan.Module == module);
        return sign.Contains('/', StringComparison.Ordinal)
            ? stack.Resources.Any(resource => resource.LogicalId == name) ? "there" : "gone"
            : stack.Plan.Parameters.GetValueOrDefault(name) is StackParameter.Text given ? given.Value : "";
    }

    private static RequestSheet Rds(string more) => RelationalSheets.With($"{{ engine: postgresql, sizeGb: 50, service: rds{more} }}");

    private static RequestSheet Single() => RelationalSheets.With("{ engine: postgresql, sizeGb: 50, service: rds }", "corruption: { rpo: 5m, rto: 8h }", 98);

    private static RequestSheet Cluster(string more) => RelationalSheets.With($"{{ engine: postgresql, sizeGb: 50, readsPerSecond: 9000, writesPerSecond: 3000, service: aurora{more} }}");

    private static RequestSheet Cached(string engine, string sla) => DataSheets.Of($"cache: {{ engine: {engine}, sizeGb: 0.2, opsPerSecond: 500 }}", ("slaPercent: 99.9", $"slaPercent: {sla}"));

    private static RequestSheet Zones(string peak, string mean) => Make.ProductionSheet(("peakRps: 200", peak), ("meanRps: 50", mean), ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }"), ("monthlyUsd: 2000", "monthlyUsd: 90000"));
}
