using System.Net;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning;

/// <summary>The address range of each region's VPC, first region first; none overlaps another, so that the regions can be connected.</summary>
/// <param name="Blocks">/20 each.</param>
public sealed record VpcAddresses(IReadOnlyList<IPNetwork> Blocks)
{
    /// <summary>As many regions as a design can have servers in.</summary>
    public const int Most = 3;

    public IPNetwork First => Blocks[0];

    /// <summary>The reserved range, and behind it the next free ones of the sheet's pool, as far as it has any.</summary>
    public static VpcAddresses Of(RequestSheet sheet, IPNetwork first)
    {
        var blocks = new List<IPNetwork> { first };
        while (blocks.Count < Most && AddressPool.FirstFree(sheet.Network.CidrPool, sheet.Network.Reserved, blocks.ToHashSet()) is { } next)
        {
            blocks.Add(next);
        }

        return new VpcAddresses(blocks);
    }
}
