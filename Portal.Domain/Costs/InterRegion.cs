using Portal.Domain.Facts;

namespace Portal.Domain.Costs;

/// <summary>What a GB costs that leaves one region for another.</summary>
internal static class InterRegion
{
    public const string Service = "data-transfer";

    /// <summary>Northern Virginia and Ohio charge each other less: https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer</summary>
    private static readonly string[] Pair = ["us-east-1", "us-east-2"];

    public static string Item(string from, string to) => from != to && Pair.Contains(from) && Pair.Contains(to) ? "inter-region-out-us-east-pair" : "inter-region-out";

    public static UnitPrice? FindPrice(AwsFacts facts, string from, string to) => facts.FindPrice(Service, Item(from, to), from);
}
