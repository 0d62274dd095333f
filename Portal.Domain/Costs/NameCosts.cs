using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Costs;

/// <summary>The hosted zone where it is made, its query log and its signing key, and what is asked of it. Certificates cost nothing (https://aws.amazon.com/certificate-manager/pricing/).</summary>
internal static class NameCosts
{
    private static readonly string[] Cause = [SheetPaths.Domain];

    /// <param name="bill">At <see cref="Site.Global"/>.</param>
    public static void Add(Bill bill, FrontOption.Names names)
    {
        var connections = bill.Input.Workload.MeanRps / UsageAssumptions.RequestsPerConnection.Value * Month.Seconds;
        var queries = connections * UsageAssumptions.DnsQueriesPerConnection.Value;
        bill.Add(new BilledThing("Amazon Route 53", "Queries that no alias answers", Modules.Dns, "RecordA"), queries / 1_000_000, "route53", "standard-query-first-1b", [.. Cause.Union(bill.Input.Paths.Mean)], 0, UsageAssumptions.RequestsPerConnection, UsageAssumptions.DnsQueriesPerConnection);
        if (!names.MakesZone)
        {
            return;
        }

        bill.Add(new BilledThing("Amazon Route 53", "Hosted zone", Modules.HostedZone, "Zone"), 1, "route53", "hosted-zone-first-25", Cause);
        if (names.IsLogged)
        {
            bill.Add(Key("Customer key", "QueryLogKey"), 1, "kms", "customer-key", Cause);
            LogCosts.Add(bill, new LogStream("Query log", Modules.HostedZone, "QueryLogGroup", "cloudwatch", "logs-ingest"), 2 * queries * UsageAssumptions.DnsLogBytesPerQuery.Value / 1e9m, Cause, UsageAssumptions.RequestsPerConnection, UsageAssumptions.DnsQueriesPerConnection, UsageAssumptions.DnsLogBytesPerQuery);
        }

        if (names.IsSigned)
        {
            bill.Add(Key("Customer key that signs the zone", "SigningKey"), 1, "kms", "customer-key", Cause);
            GlobalAlarmCosts.AddSigning(bill);
        }
    }

    private static BilledThing Key(string item, string resource) => new("AWS Key Management Service", item, Modules.HostedZone, resource);
}
