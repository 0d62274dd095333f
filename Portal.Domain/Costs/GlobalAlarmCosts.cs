using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Costs;

/// <summary>The alarms that the module monitoring-global makes in us-east-1 for what stands before all regions (docs/templates.md, Alarms), each with the part that it watches. Development has none.</summary>
internal static class GlobalAlarmCosts
{
    /// <summary>The key of the topic of these alarms and of spending; topic and budget cost nothing (https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/).</summary>
    public static void AddTopic(Bill bill)
    {
        if (bill.Input.Policy.Observed)
        {
            bill.At(Site.Global).Add(new BilledThing("AWS Key Management Service", "Customer key", Modules.MonitoringGlobal, "TopicKey"), 1, "kms", "customer-key", bill.Input.Paths.Watched);
        }
    }

    public static void AddContent(Bill bill, IReadOnlyList<string> because) => Add(bill, "Alarm of the CDN", "EdgeErrors", 1, because, 0);

    public static void AddFirewall(Bill bill, IReadOnlyList<string> because) => Add(bill, "Alarm of the firewall before the CDN", "EdgeFirewallBlocks", 1, because, 0);

    public static void AddCertificate(Bill bill) => Add(bill, "Alarm of the CDN's certificate", "EdgeCertificateExpires", 1, [SheetPaths.Domain], 0);

    public static void AddSigning(Bill bill) => Add(bill, "Alarms of the signed zone", "SigningFails", 2, [SheetPaths.Domain], 0);

    /// <param name="count">Fronts that are asked whether they serve.</param>
    public static void AddFronts(Bill bill, int count) => Add(bill, "Alarms of the fronts", "FrontAUnhealthy", count, SheetPaths.None, 1);

    private static void Add(Bill bill, string item, string first, int count, IReadOnlyList<string> because, decimal premium)
    {
        if (bill.Input.Policy.Observed)
        {
            bill.At(Site.Global).Add(new BilledThing("Amazon CloudWatch", item, Modules.MonitoringGlobal, first) { Against = Loss.Region }, count, "cloudwatch", "alarm-standard", because, premium);
        }
    }
}
