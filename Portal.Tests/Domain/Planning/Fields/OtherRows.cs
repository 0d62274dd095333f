using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Fields;

/// <summary>Names, stage, addresses, DNS, money and lifetime.</summary>
internal static class OtherRows
{
    private const string Arn = """certificate: "arn:aws:acm:eu-central-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8695-a4b3c2d1e0f0" """;
    private static readonly (string, string) Domain = FrontSheets.Dns("{ domain: shop.example.com, hostedZone: Z0123456789ABCDEFGHIJ, certificate: create }");

    public static IEnumerable<FieldRow> All =>
    [
        new("metadata.name", [], ("name: shop", "name: store"), (_, after) => after.Stacks.All(stack => stack.Name.StartsWith("storefront-store-", StringComparison.Ordinal))) { InStacks = true },
        new("metadata.team", [], ("team: storefront", "team: media"), (_, after) => after.Stacks.All(stack => stack.Name.StartsWith("media-shop-", StringComparison.Ordinal) && stack.Tags["portal:team"] == "media")) { InStacks = true },
        new("metadata.stage", [], ("stage: production", "stage: staging"), Seen.Cheaper),
        new("metadata.stage", [], ("stage: production", "stage: staging"), (before, after) => before.Stacks.All(stack => stack.TerminationProtection) && !after.Stacks.All(stack => stack.TerminationProtection)) { InStacks = true },
        new("metadata.costCenter", [], ("CC-1042", "CC-7"), (_, after) => after.Stacks.All(stack => stack.Tags["portal:cost-center"] == "CC-7")) { InStacks = true },
        new("metadata.description", [], ("costCenter: CC-1042", "costCenter: CC-1042\n  description: A shop"), (before, after) => before.Digest != after.Digest) { InStacks = true },
        new("network.cidrPool", [], ("budget:", "network: { cidrPool: 10.60.0.0/16 }\nbudget:"), Seen.Warned("network.cidrPool", "outside the pool 10.60.0.0/16")),
        new("network.reserved", [("costCenter: CC-1042\ntraffic:", "costCenter: CC-1042\ntraffic:\n  exposure: internal")], ("budget:", "network: { reserved: [192.168.0.0/16] }\nbudget:"), Seen.Value("security", "ClientCidr", "192.168.0.0/16")) { InStacks = true },
        new("dns.domain", [], Domain, Seen.Stack("dns")) { InStacks = true },
        new("dns.domain", [Domain], ("shop.example.com", "store.example.com"), Seen.Value("dns", "DomainName", "store.example.com")) { InStacks = true },
        new("dns.hostedZone", [Domain], ("Z0123456789ABCDEFGHIJ", "create"), Seen.Stack("hosted-zone")) { InStacks = true },
        new("dns.hostedZone", [Domain], ("Z0123456789ABCDEFGHIJ", "create"), Seen.Both(Seen.Dearer, Seen.Warned("dns.hostedZone", "delegates"))),
        new("dns.certificate", [Domain], ("certificate: create", Arn), Seen.NoStack("certificate")) { InStacks = true },
        new("budget.monthlyUsd", [], ("monthlyUsd: 2000", "monthlyUsd: 20"), Seen.Refused(RefusalKind.Infeasible, "budget.monthlyUsd")),
        new("budget.monthlyUsd", [], ("monthlyUsd: 2000", "monthlyUsd: 3000"), Seen.Value("cost", "MonthlyAmount", "3000")) { InStacks = true },
        new("budget.purchase", [], ("monthlyUsd: 2000", "monthlyUsd: 2000\n  purchase: savings-plan-1y"), Seen.Cheaper),
        new("budget.purchase", [("monthlyUsd: 2000", "monthlyUsd: 2000\n  purchase: savings-plan-1y")], ("savings-plan-1y", "reserved-1y"), Seen.Cheaper),
        new("budget.allowSpot", [], ("monthlyUsd: 2000", "monthlyUsd: 2000\n  allowSpot: true"), Seen.Cheaper),
        new("budget.officeHoursOnly", [ClosingSheets.Hours], ClosingSheets.Closed, Seen.Both(Seen.Cheaper, Seen.Warned("budget.officeHoursOnly", "answers nobody"))) { Stage = Stage.Development },
        new("budget.officeHoursOnly", [ClosingSheets.Hours], ClosingSheets.Closed, Seen.Stack("office-hours")) { Stage = Stage.Development, InStacks = true },
        new("lifetime.expiresOn", [], ("expiresOn: 2099-01-31", "expiresOn: 2098-12-24"), Seen.Warned("lifetime.expiresOn", "2098-12-24")) { Stage = Stage.Development },
    ];
}
