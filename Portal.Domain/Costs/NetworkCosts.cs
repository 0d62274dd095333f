using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Costs;

/// <summary>Gateways, public addresses and the flow log.</summary>
internal static class NetworkCosts
{
    private static readonly string[] Letters = ["A", "B", "C"];

    public static void Add(Bill bill, Topology topology)
    {
        foreach (var (letter, index) in Letters.Take(topology.NatGateways).Select((letter, index) => (letter, index)))
        {
            var premium = index > 0 ? 1 : bill.FixedPremium;
            bill.Add(new BilledThing("Amazon VPC", "NAT gateway", Modules.Network, "NatGateway" + letter), Month.Hours, "nat-gateway", "hour", SheetPaths.None, premium);
            bill.Add(new BilledThing("Amazon VPC", "Public IPv4 address of the NAT gateway", Modules.Network, "NatAddress" + letter), Month.Hours, "public-ipv4", "in-use-or-idle", SheetPaths.None, premium);
        }

        FlowLog(bill);
    }

    private static void FlowLog(Bill bill)
    {
        var connections = bill.Load.MeanRps / UsageAssumptions.RequestsPerConnection.Value * Month.Seconds;
        var gb = connections * UsageAssumptions.FlowLogBytesPerConnection.Value / 1e9m;
        LogCosts.Add(bill, new LogStream("Flow log", Modules.Network, "FlowLogGroup", "flow-logs", "vended-to-cloudwatch-first-10tb"), gb, bill.Input.Paths.Mean, UsageAssumptions.RequestsPerConnection, UsageAssumptions.FlowLogBytesPerConnection);
    }
}
