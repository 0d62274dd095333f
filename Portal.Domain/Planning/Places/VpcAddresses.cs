using System.Net;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Places;

/// <summary>The address ranges that a plan may use, one for the VPC of each region, first region first; none overlaps another, so that the regions can be connected.</summary>
/// <param name="Blocks">/20 each; at least one.</param>
public sealed record VpcAddresses(IReadOnlyList<IPNetwork> Blocks)
{
    /// <summary>As many regions as a design can have servers in.</summary>
    public const int Most = 3;

    public IPNetwork First => Blocks[0];

    /// <summary>The given range, and behind it the next ones of the sheet's pool, as far as it has any: for a plan that knows of no other environment.</summary>
    public static VpcAddresses Of(RequestSheet sheet, IPNetwork first) => Free(sheet.Network, [first], new HashSet<IPNetwork>())!;

    /// <summary>
    /// The ranges that are kept, and behind them the next ones of the pool that are neither kept nor taken, <see cref="Most"/> in all where the pool has as many.
    /// Null where there is not even one.
    /// </summary>
    public static VpcAddresses? Free(Network network, IReadOnlyList<IPNetwork> kept, IReadOnlySet<IPNetwork> taken)
    {
        var blocks = kept.ToList();
        var used = taken.Concat(kept).ToHashSet();
        while (blocks.Count < Most && AddressPool.FirstFree(network.CidrPool, network.Reserved, used) is { } next)
        {
            blocks.Add(next);
            used.Add(next);
        }

        return blocks.Count == 0 ? null : new VpcAddresses(blocks);
    }

    /// <summary>The ranges that the plan builds a VPC on, and always the first: that one stays with the request even where the plan is a refusal.</summary>
    public IReadOnlyList<IPNetwork> UsedBy(Plan plan)
    {
        var built = plan.Regions.Select(region => region.VpcCidr).ToHashSet(StringComparer.Ordinal);
        return [.. Blocks.Where((block, index) => index == 0 || built.Contains(block.ToString()))];
    }
}
