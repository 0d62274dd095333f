using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Data.Requests;

/// <summary>The address ranges of one request: what its planner is offered, and what of that becomes the request's own. The rows are the caller's to save.</summary>
/// <param name="Held">What belongs to the request already, first range first.</param>
/// <param name="Offer">What a plan may use: the held ranges that the sheet's pool still admits, then free ones.</param>
internal sealed record Reservation(IReadOnlyList<AddressRow> Held, VpcAddresses Offer)
{
    /// <summary>Null where the request holds nothing and the pool has nothing left.</summary>
    public static async Task<Reservation?> OfAsync(PortalDb db, RequestId id, Network network, CancellationToken cancellationToken)
    {
        var held = await db.Set<AddressRow>().Where(row => row.RequestId == id).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        var taken = await db.Set<AddressRow>().Select(row => row.Cidr).ToListAsync(cancellationToken);
        var kept = held.Select(Range).Where((range, index) => index == 0 || AddressPool.Holds(network.CidrPool, network.Reserved, range)).ToList();
        return VpcAddresses.Free(network, kept, taken.Select(cidr => IPNetwork.Parse(cidr)).ToHashSet()) is { } offer ? new Reservation(held, offer) : null;
    }

    /// <summary>Takes what the plan uses and gives back what it no longer does. A range that somebody else took meanwhile fails the save by its key.</summary>
    public void Settle(PortalDb db, RequestId id, Plan plan)
    {
        var used = Offer.UsedBy(plan);
        db.RemoveRange(Held.Where(row => !used.Contains(Range(row))));
        foreach (var (ordinal, range) in used.Index())
        {
            if (Held.FirstOrDefault(row => Range(row) == range) is { } row)
            {
                row.Ordinal = ordinal;
            }
            else
            {
                db.Add(new AddressRow { Cidr = range.ToString(), RequestId = id, Ordinal = ordinal });
            }
        }
    }

    private static IPNetwork Range(AddressRow row) => IPNetwork.Parse(row.Cidr);
}
