using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>Who has something to say in a region.</summary>
internal static class AllValues
{
    public static RegionValues Of(PlanningInput input, Design design, string region, VpcAddresses addresses)
    {
        var values = new RegionValues(input.Names);
        EnvironmentValues.Add(values, input);
        if (design.Reach.Sites.FirstOrDefault(site => site.Region == region) is { } site)
        {
            AddSite(values, input, design, site, addresses);
        }

        TableValues.Add(values, input, design, region);
        ObjectsValues.Add(values, input, design, region);
        if (region == Site.Global.Region)
        {
            AddGlobal(values, input, design);
        }

        if (region == Site.Accelerators.Region)
        {
            AcceleratorValues.Add(values, input, design);
        }

        return values;
    }

    private static void AddSite(RegionValues values, PlanningInput input, Design design, Site site, VpcAddresses addresses)
    {
        if (site.IsLive)
        {
            NetworkValues.Add(values, input, design.Topology, site, addresses.Blocks[design.Reach.Live.ToList().IndexOf(site)]);
            CertificateValues.Add(values, input, design, site);
            BalancerValues.Add(values, input, design, site);
            FleetValues.Add(values, input, design.Fleet, site);
            RelationalValues.Add(values, input, design, site);
            CacheValues.Add(values, input, design, site);
            MonitoringValues.Add(values, input, design, site);
        }

        MonitoringDataValues.Add(values, input, design, site);
        if (site.IsFirst)
        {
            ContentValues.Add(values, input, design);
            BackupValues.Add(values, input, design);
        }
    }

    private static void AddGlobal(RegionValues values, PlanningInput input, Design design)
    {
        EdgeValues.Add(values, input, design);
        NameValues.Add(values, input, design);
        ShieldValues.Add(values, input, design);
        MonitoringGlobalValues.Add(values, input, design);
    }
}
