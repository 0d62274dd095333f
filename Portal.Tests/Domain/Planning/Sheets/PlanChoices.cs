using Portal.Domain;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>What a sheet asks and what a plan chose, in words that can be counted: "cache valkey", "regions 2".</summary>
internal static class PlanChoices
{
    /// <summary>Everything that sheets which can be built say and plans choose; grows with the enumerations of the domain.</summary>
    public static IReadOnlySet<string> Expected { get; } = new HashSet<string>(
    [
        .. Words<Stage>("stage"), .. Words<ComplianceProgram>("programme"), .. Words<Exposure>("exposure"), .. Words<TrafficPattern>("pattern"), .. Words<WorkloadClass>("workload"),
        .. Words<SoftwareKind>("software"), .. Words<Purchase>("purchase"), .. Words<CacheEngine>("cache"), .. Words<RegionRole>("region"), .. Words<Routing>("routing"), .. Words<Portal.Domain.Requests.Architecture>("servers"),
        "sessions on the servers", "spot", "office hours only", "zones 1", "zones 2", "zones 3", "regions 1", "regions 2", "network pool of its own",
        "certificate that stands", "certificate made", "hosted zone made", "hosted zone that stands", "no domain",
        "rds postgresql", "rds mysql", "aurora postgresql", "aurora mysql", "rds with a standby", "rds without a standby", "rds with readers", "aurora with readers", "aurora serverless",
        "rds copy elsewhere", "aurora copy elsewhere", "aurora without an instance elsewhere", "backup copies elsewhere",
        "table on-demand", "table provisioned", "table eventual reads", "table strong reads", "table in one region", "table copied", "table that agrees over regions", "table with a witness",
        "cache of one node", "cache of several nodes", "objects in one region", "objects copied", "public objects", "one NAT gateway for 2 zones", "one NAT gateway a zone for 2 zones", "one NAT gateway for 3 zones", "one NAT gateway a zone for 3 zones",
        "cdn", "cdn before the application", "cdn without a log", "firewall of the cdn without a log", "no cdn", "waf fail-open", "no waf", "accelerator",
    ]);

    public static IEnumerable<string> Of(RequestSheet sheet, Plan plan) => [.. Asked(sheet), .. Chosen(plan), .. Data(plan)];

    private static IEnumerable<string> Asked(RequestSheet sheet) =>
    [
        Word("stage", sheet.Metadata.Stage), .. sheet.Compliance.Select(programme => Word("programme", programme)), Word("exposure", sheet.Traffic.Exposure), Word("pattern", sheet.Traffic.Pattern),
        Word("workload", sheet.Application.Workload), Word("software", sheet.Application.Software.Kind), Word("purchase", sheet.Budget.Purchase),
        .. If(!sheet.Application.Stateless, "sessions on the servers"), .. If(sheet.Budget.OfficeHoursOnly, "office hours only"), .. If(sheet.Network.CidrPool != Network.PlatformPool, "network pool of its own"),
        .. If(sheet.Data.Objects is { PublicStatic: true }, "public objects"), .. If(sheet.Dns?.Domain is null, "no domain"), .. If(sheet.Dns?.Certificate is { } given && given != Dns.Create, "certificate that stands"),
        .. If(sheet.Dns?.Domain is not null && sheet.Dns.HostedZone != Dns.Create, "hosted zone that stands"),
    ];

    private static IEnumerable<string> Chosen(Plan plan) =>
    [
        .. plan.Regions.Select(region => Word("region", region.Role)), $"regions {plan.Regions.Count(region => region.VpcCidr is not null)}", Word("routing", plan.Edge!.Routing),
        $"zones {(Text(Servers(plan), "Zones").Length > 0 ? 1 : plan.Regions[0].Zones.Count)}", .. If(plan.Compute.Any(servers => servers.OnDemandBase is not null), "spot"),
        .. plan.Decisions.Where(decision => decision.Topic == "way out to the internet").Select(decision => $"{decision.Chosen} for {plan.Regions[0].Zones.Count} zones"),
        .. plan.Stacks.Where(stack => stack.Module == "compute").Select(stack => "servers " + Text(stack, "ImageId").TrimEnd('}').Split("default-")[1]),
        .. If(Has(plan, "certificate"), "certificate made"), .. If(Has(plan, "hosted-zone"), "hosted zone made"), .. If(Has(plan, "vault-copy"), "backup copies elsewhere"),
        plan.Edge.Cdn ? "cdn" : "no cdn", .. If(plan.Edge.Cdn && Has(plan, "dns") && plan.Availability!.Path.Any(part => part.Part == "content delivery network"), "cdn before the application"),
        .. If(Lacks(plan, "static-site", "LogBucketDomain"), "cdn without a log"),
        .. If(Has(plan, "static-site") && !Lacks(plan, "static-site", "EdgeWebAclArn") && Lacks(plan, "edge", "LogRetentionDays"), "firewall of the cdn without a log"),
        .. If(plan.Edge is { Waf: true, WafFailOpen: true }, "waf fail-open"), .. If(!plan.Edge.Waf, "no waf"), .. If(plan.Edge.GlobalAccelerator, "accelerator"),
    ];

    private static IEnumerable<string> Data(Plan plan)
    {
        foreach (var database in plan.Database)
        {
            var service = Wire.Name(database.Service);
            yield return $"{service} {Wire.Name(database.Engine)}";
            if (database.Region != plan.Regions[0].Region)
                yield return database.Instances == 0 ? $"{service} without an instance elsewhere" : $"{service} copy elsewhere";
            else if (database.Service == RelationalService.Rds)
                yield return database.MultiAz ? "rds with a standby" : "rds without a standby";
            if (database.Instances > (database.MultiAz ? 2 : 1))
                yield return $"{service} with readers";
            if (database.InstanceClass == "db.serverless")
                yield return "aurora serverless";
        }

        foreach (var table in plan.KeyValue)
        {
            yield return $"table {table.Mode}";
            yield return $"table {Wire.Name(table.Consistency)} reads";
            yield return table.StrongOverRegions ? "table that agrees over regions" : plan.KeyValue.Count > 1 ? "table copied" : "table in one region";
            if (plan.Regions.Any(region => region.Role == RegionRole.Witness))
                yield return "table with a witness";
        }

        foreach (var cache in plan.Cache)
        {
            yield return Word("cache", cache.Engine);
            yield return cache.Nodes == 1 ? "cache of one node" : "cache of several nodes";
        }

        foreach (var _ in plan.Objects)
            yield return plan.Objects.Count > 1 ? "objects copied" : "objects in one region";
    }

    private static IEnumerable<string> If(bool holds, string word) => holds ? [word] : [];

    private static bool Has(Plan plan, string module) => plan.Stacks.Any(stack => stack.Module == module);

    // Stacks keep only the parameters that are left of their template.
    private static bool Lacks(Plan plan, string module, string parameter) => plan.Stacks.Any(stack => stack.Module == module && !stack.Parameters.ContainsKey(parameter));

    private static StackPlan Servers(Plan plan) => plan.Stacks.First(stack => stack.Module == "compute");

    private static string Text(StackPlan stack, string parameter) => stack.Parameters.GetValueOrDefault(parameter) is StackParameter.Text text ? text.Value : "";

    private static string Word<T>(string noun, T value) where T : struct, Enum => $"{noun} {Wire.Name(value)}";

    private static IEnumerable<string> Words<T>(string noun) where T : struct, Enum => Enum.GetValues<T>().Select(value => Word(noun, value));
}
