using Portal.Domain.Planning.Places;

namespace Portal.Domain.Requests.Reading;

/// <summary><c>reserved</c> may cover the pool: it binds only networks outside of it.</summary>
internal static class NetworkRules
{
    public static IEnumerable<Problem> Check(SheetView sheet)
    {
        if (sheet.Network("network.cidrPool") is not { } pool) yield break;
        if (pool.PrefixLength > AddressPool.PrefixLength)
            yield return new("network.cidrPool", $"is a /{pool.PrefixLength}, too small for a VPC: it must have room for a /{AddressPool.PrefixLength}");
        if (!AddressPool.IsPrivate(pool))
            yield return new("network.cidrPool", $"must lie in private space: {AddressPool.PrivateSpace}");
    }
}
