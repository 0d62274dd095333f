using System.Net;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>The addresses and zones of a region, and who may come in.</summary>
internal static class NetworkValues
{
    public static void Add(RegionValues values, PlanningInput input, Topology topology, Site site, IPNetwork vpc)
    {
        var zones = input.Facts.Regions[site.Region].Zones;
        values.All.Set("ZoneA", zones[0]);
        values.All.Set("ZoneB", zones[1]);
        values.All.Set("ZoneC", topology.NetworkZones > 2 ? zones[2] : "");
        var network = values.To(Modules.Network);
        network.Set("VpcCidr", vpc.ToString());
        network.Set("Nat", topology.Nat == NatLayout.PerZone ? "per-zone" : "one");
        if (input.IsPublic)
        {
            // Read only where a CDN stands before an internal load balancer: it comes from within.
            values.To(Modules.Security).Set("ClientCidr", vpc.ToString());
        }
        else
        {
            values.All.Set("ClientCidr", ClientNetwork.Of(input.Sheet).ToString());
        }
    }
}
