using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Fields;

/// <summary>Availability, recovery, placement and compliance.</summary>
internal static class PromiseRows
{
    private static readonly (string, string) NoLimit = ("monthlyUsd: 2000", "monthlyUsd: 900000");
    private static readonly (string, string) Modest = ("slaPercent: 99.9", "slaPercent: 98");
    private static readonly (string, string) Region = ("recovery:\n", "recovery:\n  region: { rpo: 24h, rto: 24h }\n");

    public static IEnumerable<FieldRow> All =>
    [
        new("availability.slaPercent", [NoLimit, FrontSheets.NoData], ("slaPercent: 99.9", "slaPercent: 99.99"), Seen.Dearer),
        new("availability.slaPercent", [NoLimit], ("slaPercent: 99.9", "slaPercent: 99.9999"), Seen.Refused(RefusalKind.Infeasible, "availability.slaPercent")),
        new("availability.slaPercent", [NoLimit, ("  zone: { rpo: 5m, rto: 30m }\n", "")], Modest, Seen.Cheaper),
        new("recovery.zone.rpo", [NoLimit, Modest, ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 1h, rto: 8h }")], ("rpo: 1h", "rpo: 0"), Seen.Dearer),
        new("recovery.zone.rto", [NoLimit], ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 5m, rto: 2m }"), Seen.Dearer),
        new("recovery.zone.rto", [NoLimit], ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 5m, rto: 1s }"), Seen.Refused(RefusalKind.Infeasible, "recovery.zone")),
        new("recovery.corruption.rpo", [NoLimit], ("corruption: { rpo: 5m", "corruption: { rpo: 1m"), Seen.Refused(RefusalKind.Infeasible, "recovery.corruption", "data.relational")),
        new("recovery.corruption.rto", [NoLimit], ("corruption: { rpo: 5m, rto: 1h }", "corruption: { rpo: 5m, rto: 10m }"), Seen.Refused(RefusalKind.Infeasible, "recovery.corruption", "data.relational")),
        new("recovery.region.rpo", [NoLimit, Region], ("region: { rpo: 24h", "region: { rpo: 1m"), Seen.Dearer),
        new("recovery.region.rto", [NoLimit, Region], ("rpo: 24h, rto: 24h", "rpo: 24h, rto: 20m"), (before, after) => (before.Regions[1].Role, after.Regions[1].Role) == (RegionRole.Backup, RegionRole.Secondary)),
        new("recovery.region.rto", [NoLimit, Region], ("rpo: 24h, rto: 24h", "rpo: 24h, rto: 20m"), Seen.Dearer),
        new("placement.primaryRegion", [NoLimit, FrontSheets.Domain], FrontSheets.In("eu-north-1"), (_, after) => after.Regions[0].Region == "eu-north-1"),
        new("placement.primaryRegion", [NoLimit, FrontSheets.Domain], FrontSheets.In("eu-north-1"), Seen.Cheaper),
        new("placement.primaryRegion", [NoLimit, FrontSheets.Domain], FrontSheets.In("sa-east-1"), (before, after) => Seen.Dearer(before, after) || Seen.Refused(RefusalKind.NoPrice, "placement.primaryRegion")(before, after)),
        new("placement.secondaryRegions", [NoLimit, Region], ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  secondaryRegions: [ap-northeast-1]"), (before, after) => before.Regions[1].Region != "ap-northeast-1" && after.Regions[1].Region == "ap-northeast-1"),
        new("placement.residency", [NoLimit, Region], ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  residency: [DE, JP]"), (before, after) => !IsJapanese(before) && IsJapanese(after)),
        new("placement.residency", [NoLimit, Region], ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  residency: [DE]"), Seen.Refused(RefusalKind.Infeasible, "recovery.region", "placement.residency")),
        new("placement.activeActive", [NoLimit, FrontSheets.NoData, FrontSheets.Domain], ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true"), (_, after) => after.Regions.Count(region => region.Role == RegionRole.Active) == 2),
        new("placement.activeActive", [NoLimit, FrontSheets.NoData, FrontSheets.Domain], ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true"), Seen.Dearer),
        new("placement.account", [FrontSheets.Domain], ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  account: \"444455556666\""), (_, after) => after.Stacks.All(stack => stack.Account == "444455556666")) { InStacks = true },
        new("compliance", [NoLimit], ("budget:", "compliance: [hipaa]\nbudget:"), Seen.Both(Seen.Dearer, (before, after) => before.Controls.Count == 0 && after.Controls.Count > 0)) { InStacks = true },
        new("compliance", [NoLimit], ("budget:", "compliance: [hipaa]\nbudget:"), Seen.Stack("vault-copy")) { InStacks = true },
    ];

    private static bool IsJapanese(Plan plan) => plan.Regions[1].Region.StartsWith("ap-northeast-", StringComparison.Ordinal);
}
