using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>Web ACLs with their rules, requests and logs: one in each region with servers, or one at the edge.</summary>
internal static class FirewallCosts
{
    /// <summary>As the modules firewall and edge have them: a rate limit, and four of AWS' rule groups.</summary>
    public const int Rules = 1;
    public const int ManagedGroups = 4;

    /// <summary>Requests a month that the subscription pays, over all web ACLs of whoever pays the bill; each beyond is paid as without it: https://aws.amazon.com/shield/pricing/, as public guides quote it.</summary>
    private const decimal RequestsOfShield = 50_000_000_000;

    public static void Add(Bill bill, Reach reach, FrontKind kind)
    {
        var paidByShield = kind.HasShield ? RequestsOfShield : 0;
        if (kind.Firewall is Firewall.FailOpen or Firewall.FailClosed)
        {
            foreach (var site in reach.Live)
            {
                var here = bill.At(site);
                Acl(here, kind, Modules.Firewall, here.Load.MeanRps * Month.Seconds, ref paidByShield, here.FixedPremium, bill.Input.Paths.Guard);
                AlarmCosts.AddFirewall(here);
            }
        }

        if (kind.EdgeFirewall)
        {
            var passing = (kind.DynamicThroughCdn ? bill.Load.MeanRps * Month.Seconds : 0) + (kind.HasStatic ? StaticTraffic.Of(bill.Input.Sheet).Requests : 0);
            Acl(bill.At(Site.Global), kind, Modules.Edge, passing, ref paidByShield, 0, kind.DynamicThroughCdn ? bill.Input.Paths.Entry : [SheetPaths.Compliance]);
            GlobalAlarmCosts.AddFirewall(bill, kind.DynamicThroughCdn ? bill.Input.Paths.Entry : [SheetPaths.Compliance]);
            if (bill.Input.MayLogGlobally && bill.Input.Region != Site.Global.Region)
            {
                bill.At(Site.Global).Add(new BilledThing("AWS Key Management Service", "Customer key", Modules.Edge, "LogKey"), 1, "kms", "customer-key", bill.Input.Paths.Entry);
            }
        }
    }

    /// <param name="paidByShield">What is left of the requests that the subscription pays; what passes here is taken from it.</param>
    /// <remarks>Of what Shield Advanced guards, its subscription pays web ACLs, rules and requests: https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary-deciding.html</remarks>
    private static void Acl(Bill bill, FrontKind kind, string module, decimal requests, ref decimal paidByShield, decimal premium, IReadOnlyList<string> because)
    {
        if (!kind.HasShield)
        {
            bill.Add(Thing("Web ACL", module), 1, "waf", "web-acl", because, premium);
            bill.Add(Thing("Rules", module), Rules, "waf", "rule", because, premium);
        }

        bill.Add(Thing("Requests", module), Math.Max(0, requests - paidByShield) / 1_000_000, "waf", "request", [.. because.Union(bill.Input.Paths.Mean)]);
        paidByShield = Math.Max(0, paidByShield - requests);

        bill.Add(Thing("AWS rule groups", module), ManagedGroups, "waf", "managed-rule-group", because, premium);
        if (module == Modules.Edge && !bill.Input.MayLogGlobally)
        {
            return;
        }

        LogCosts.Add(bill, new LogStream("Firewall log", module, "FirewallLog", "flow-logs", "vended-to-cloudwatch-first-10tb"), requests * UsageAssumptions.FirewallLogBytesPerRequest.Value / 1e9m, because, UsageAssumptions.FirewallLogBytesPerRequest);
    }

    private static BilledThing Thing(string item, string module) => new("AWS WAF", item, module, "WebAcl");
}
