using System.Net;
using Portal.Domain.Planning.Places;

namespace Portal.Domain.Requests.Reading;

/// <summary><c>reserved</c> may cover the pool: it binds only networks outside of it.</summary>
internal static class NetworkRules
{
    /// <summary>RFC 1918 and RFC 6598. From other addresses the internet behind them could not be reached.</summary>
    private static readonly IPNetwork[] PrivateSpace =
        [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("100.64.0.0/10")];

    public static IEnumerable<Problem> Check(SheetView sheet)
    {
        if (sheet.Network("network.cidrPool") is not { } pool) yield break;
        if (pool.PrefixLength > AddressPool.PrefixLength)
            yield return new("network.cidrPool", $"is a /{pool.PrefixLength}, too small for a VPC: it must have room for a /{AddressPool.PrefixLength}");
        if (!PrivateSpace.Any(space => AddressPool.Contains(space, pool)))
            yield return new("network.cidrPool", $"must lie in private space: {string.Join(", ", PrivateSpace)}");
    }
}
