using System.Net;
using Portal.Data.Requests;
using Portal.Domain;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Web.Requests;

/// <summary>What a new revision of a request may not change: its name, its team and the first of the address ranges that are reserved for it.</summary>
internal static class RevisionRule
{
    public static IReadOnlyList<Problem> Faults(RequestView request, RequestSheet sheet, IPNetwork address)
    {
        var faults = new List<Problem>();
        if (sheet.Metadata.Team != request.Team)
        {
            faults.Add(new Problem("metadata.team", $"A revision stays with team {request.Team}; make a new request for another team."));
        }

        if (sheet.Metadata.Name != request.Name)
        {
            faults.Add(new Problem("metadata.name", $"A revision keeps the name {request.Name}; make a new request for another environment."));
        }

        if (!AddressPool.Holds(sheet.Network.CidrPool, sheet.Network.Reserved, address))
        {
            faults.Add(new Problem("network.cidrPool", $"{address} is reserved for this request; keep it inside the pool and outside the reserved ranges, or make a new request."));
        }

        return faults;
    }
}
