namespace Portal.Domain.Planning.Search.Regions;

/// <summary>Zones and NAT layouts: one to three zones, as far as the region has them.</summary>
internal static class TopologyAxis
{
    private const int MostZones = 3;

    public static IEnumerable<Topology> Options(PlanningInput input)
    {
        var zones = Math.Min(MostZones, input.Facts.Regions[input.Region].Zones.Count);
        for (var count = 1; count <= zones; count++)
        {
            yield return new Topology(count, NatLayout.Shared);
            if (count > 1)
            {
                yield return new Topology(count, NatLayout.PerZone);
            }
        }
    }
}
