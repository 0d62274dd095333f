using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Letter;

/// <summary>What was asked, whether and for how much it can be had, and what will stand.</summary>
internal static class Opening
{
    public static void Write(Markdown page, RequestSheet sheet, Plan plan)
    {
        var cost = plan.Cost!;
        page.Paragraph($"You asked for {plan.Availability!.TargetPercent:0.####} % availability on at most {cost.BudgetUsd} a month. It can be had in {Where(plan)} for **{cost.MonthlyUsd} a month**, {cost.BudgetUsd - cost.MonthlyUsd} below your budget. {cost.ResiliencePremiumUsd} of it exist only to survive a loss.");
        Blocked(page, plan);
        page.Section("What you get");
        page.Points([Entry(sheet, plan), .. plan.Compute.Select(Servers), .. plan.Database.Select(Database), .. DataParts.Sentences(plan), .. Copies(plan)]);
    }

    /// <summary>Nothing is submitted with a control that fails and that nothing waives.</summary>
    private static void Blocked(Markdown page, Plan plan)
    {
        var failed = plan.Controls.Where(finding => finding.Status == FindingStatus.Failed).Select(finding => finding.Id).ToList();
        if (failed.Count > 0)
        {
            page.Paragraph($"**It cannot be submitted yet:** {Spoken.Count(failed.Count, "control")} of your compliance programmes {(failed.Count == 1 ? "fails" : "fail")} on it ({string.Join(", ", failed)}). Change the sheet, or have each of them waived; what each lacks stands among the risks below.");
        }
    }

    private static string Where(Plan plan)
    {
        var others = plan.Regions.Skip(1).Where(region => region.Role is RegionRole.Secondary or RegionRole.Active).Select(region => region.Region).ToList();
        return others.Count == 0 ? plan.Regions[0].Region : $"{plan.Regions[0].Region} and {string.Join(" and ", others)}";
    }

    private static string Entry(RequestSheet sheet, Plan plan)
    {
        var edge = plan.Edge!;
        var name = sheet.Dns?.Domain is { } domain ? $"Users reach {domain}" : "Users reach the load balancer's own name";
        string[] before =
        [
            .. edge.Cdn ? ["static content comes from CloudFront"] : Array.Empty<string>(),
            .. edge.Waf ? [edge.WafFailOpen ? "a web application firewall stands before it and lets requests pass while it is out of reach" : "a web application firewall stands before it"] : Array.Empty<string>(),
            .. edge.ShieldAdvanced ? ["Shield Advanced guards it"] : Array.Empty<string>(),
            .. edge.GlobalAccelerator ? ["Global Accelerator leads to the region that answers"] : edge.Routing switch
            {
                Routing.Failover => ["names lead to the other region when the first does not answer"],
                Routing.Latency => ["names lead each user to the nearest region that answers"],
                _ => Array.Empty<string>(),
            },
        ];
        return $"{name}{(sheet.Traffic.Exposure == Exposure.Internal ? ", from your own network only" : "")}{(before.Length == 0 ? "" : "; " + string.Join(", ", before))}.";
    }

    private static string Servers(ComputePlan servers)
    {
        var zones = Spoken.Count(Math.Max(1, servers.Max / Math.Max(1, servers.PerZone)), "zone");
        return servers.Desired == 0
            ? $"Servers in {servers.Region}: none until a takeover, then up to {servers.Max} x {servers.InstanceType}, over {zones}."
            : $"Servers in {servers.Region}: {servers.Desired} x {servers.InstanceType} on an ordinary day, up to {servers.Max}, over {zones}.";
    }

    private static string Database(DatabasePlan database) =>
        $"Database in {database.Region} ({database.Role}): {(database.Service == RelationalService.Rds ? "RDS" : "Aurora")} {RelationalOption.EngineName(database.Engine)}, {Spoken.Count(database.Instances, "instance")} {database.InstanceClass}{(database.MultiAz ? " over two zones" : "")}.";

    private static IEnumerable<string> Copies(Plan plan) => plan.Regions.Where(region => region.Role == RegionRole.Backup).Select(region => Keeps(plan) ? $"Copies of the data in {region.Region}." : $"Keys in {region.Region}, where everything else is built after a loss.");

    private static bool Keeps(Plan plan) => plan.Database.Count + plan.KeyValue.Count + plan.Objects.Count > 0;
}
