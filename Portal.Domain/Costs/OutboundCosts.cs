using Portal.Domain.Planning;

namespace Portal.Domain.Costs;

/// <summary>What goes from the load balancer straight to users.</summary>
internal static class OutboundCosts
{
    private const decimal GbPerTb = 1000;

    // The band edges of the price list, GB a month from one region: https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer
    private static readonly PriceBand[] Bands =
    [
        new("internet-out-first-10tb", "Out to the internet, first 10 TB", 10 * GbPerTb),
        new("internet-out-next-40tb", "Out to the internet, next 40 TB", 50 * GbPerTb),
        new("internet-out-next-100tb", "Out to the internet, next 100 TB", 150 * GbPerTb),
        new("internet-out-over-150tb", "Out to the internet, over 150 TB", decimal.MaxValue),
    ];

    public static void Add(Bill bill) => PriceBand.Add(
        bill,
        Bands,
        DynamicGb(bill),
        band => bill.Input.Facts.FindPrice("data-transfer", band.Item, bill.Region),
        band => new BilledThing("Data transfer", band.Label, Modules.Balancer, "LoadBalancer"),
        bill.Input.Paths.Mean,
        UsageAssumptions.OfAnswers(bill.Input.Sheet.Traffic));

    /// <summary>Answers of the application, GB a month.</summary>
    public static decimal DynamicGb(Bill bill) => bill.Load.MeanRps * bill.Input.Sheet.Traffic.DynamicResponseKb * Month.Seconds / 1e6m;
}
