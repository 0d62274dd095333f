using Portal.Domain.Planning.Document;
using Portal.Domain.Sizing;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>What a hundred plans promise for the loss of a zone stands in their templates.</summary>
public sealed class ZoneLossTests
{
    private const string WayOut = "way out to the internet";

    [Fact]
    public void EveryZone_LeavesByItsOwnGateway_WherePromised()
    {
        var promised = HundredPlans.All.Where(plan => plan.Plan.Decisions.Any(decision => decision is { Topic: WayOut, Chosen: "one NAT gateway a zone" })).ToList();

        Assert.NotEmpty(promised);
        Assert.All(promised.SelectMany(PlannedStack.In).Where(stack => stack.Plan.Module == "network"), network =>
        {
            var made = network.Resources.ToDictionary(resource => resource.LogicalId);
            var gateways = network.Of.Plan.Regions.Single(region => region.Region == network.Plan.Region).Zones.Zip("ABC", (zone, letter) =>
            {
                var gateway = made[made[$"AppDefaultRoute{letter}"].Value("NatGatewayId")!.Split('.')[^1]];
                var subnet = made[gateway.Value("SubnetId")!.Split('.')[^1]];
                Assert.Equal((zone, zone), (subnet.Value("AvailabilityZone"), made[$"AppSubnet{letter}"].Value("AvailabilityZone")));
                Assert.Equal($"{network.Plan.Name}.AppRoutes{letter}", made[$"AppRoutesOf{letter}"].Value("RouteTableId"));
                Assert.Equal($"{network.Plan.Name}.AppSubnet{letter}", made[$"AppRoutesOf{letter}"].Value("SubnetId"));
                return gateway;
            }).ToList();
            Assert.Distinct(gateways.Select(gateway => gateway.LogicalId));
        });
    }

    [Fact]
    public void Aurora_WithTwoInstancesOrMore_StandsInTwoZones()
    {
        var clusters = PlannedStack.All.Where(stack => stack.Plan.Module is "aurora" or "aurora-secondary")
            .Select(stack => (stack, Zones: stack.Resources.Where(resource => resource.Type == "AWS::RDS::DBInstance").Select(instance => instance.Value("AvailabilityZone")).ToList()))
            .Where(cluster => cluster.Zones.Count > 1).ToList();

        Assert.NotEmpty(clusters);
        Assert.All(clusters, cluster =>
        {
            Assert.InRange(cluster.Zones.Distinct().Count(), 2, 3);
            Assert.Subset(cluster.stack.Of.Plan.Regions.Single(region => region.Region == cluster.stack.Plan.Region).Zones.ToHashSet<string?>(), cluster.Zones.ToHashSet());
        });
    }

    /// <summary>Of several active regions each carries its share, so all of them together carry all of the load.</summary>
    [Fact]
    public void Servers_CarryTheMeanLoad_WithAZoneLost()
    {
        var fleets = HundredPlans.All.Select(plan => (plan, Servers: Servers(plan, RegionRole.Primary, RegionRole.Active).Where(servers => Zones(servers) > 1).ToList())).Where(fleet => fleet.Servers.Count > 0).ToList();

        Assert.NotEmpty(fleets);
        Assert.Empty(from fleet in fleets
                     let load = Workload.Of(fleet.plan.Sheet, Designs.Facts)
                     let carried = fleet.Servers.Sum(servers => Carries(servers, Least(servers), load))
                     where carried < Needed(load, false)
                     select $"{fleet.plan}: what is left of the least carries {carried} of {Needed(load, false)} requests");
    }

    [Fact]
    public void Servers_AtTheirMost_CarryThePeakAlone_WithAZoneLost() => Assert.Empty(
        from plan in HundredPlans.All
        from servers in Servers(plan, RegionRole.Primary, RegionRole.Active, RegionRole.Secondary)
        let load = Workload.Of(plan.Sheet, Designs.Facts)
        let carried = Carries(servers, Number(servers, "MaxSize"), load)
        where carried < Needed(load, true)
        select $"{servers}: what is left of the most carries {carried} of {Needed(load, true)} requests");

    /// <summary>As a share of what was asked where only connections are: then nothing but they count.</summary>
    private static decimal Needed(Workload load, bool atPeak) => load.PeakRps == 0 ? atPeak ? load.PeakConnections : load.MeanConnections : atPeak ? load.PeakRps : load.MeanRps;

    /// <summary>What so many servers carry without those of the zone with most of them: by CPU, memory or connections, whichever is least.</summary>
    private static decimal Carries(PlannedStack servers, int count, Workload load)
    {
        var zones = Zones(servers);
        var left = zones == 1 ? count : count - (int)Math.Ceiling((decimal)count / zones);
        var type = Designs.Facts.Instances[servers.Plan.Region].Single(offer => offer.Type.Name == Text(servers, "InstanceType")).Type;
        var byConnections = load.ConnectionsPerInstance is { } each && load.PeakConnections > 0 ? each / load.PeakConnections * (load.PeakRps == 0 ? load.PeakConnections : load.PeakRps) : decimal.MaxValue;
        var byRequests = load.PeakRps == 0 ? decimal.MaxValue : load.RpsPerVcpu * Math.Min(type.Vcpu, load.MemoryGbPerVcpu > 0 ? type.MemoryGib / load.MemoryGbPerVcpu : type.Vcpu);
        return left * Math.Min(byConnections, byRequests);
    }

    /// <summary>By day, where the fleet follows business hours.</summary>
    private static int Least(PlannedStack servers) => servers.Resources.Any(resource => resource.LogicalId == "Opening") ? Number(servers, "OpenSize") : Number(servers, "MinSize");

    private static IEnumerable<PlannedStack> Servers(VariedPlan plan, params RegionRole[] roles) =>
        PlannedStack.In(plan).Where(stack => stack.Plan.Module == "compute" && roles.Contains(plan.Plan.Regions.Single(region => region.Region == stack.Plan.Region).Role));

    /// <summary>Of the fleet; the network spans two where the fleet stands in one.</summary>
    private static int Zones(PlannedStack servers) => Text(servers, "Zones") is { } zones ? zones.Split(',').Length : servers.Of.Plan.Regions.Single(region => region.Region == servers.Plan.Region).Zones.Count;

    private static string? Text(PlannedStack stack, string parameter) => stack.Plan.Parameters.GetValueOrDefault(parameter) is StackParameter.Text text ? text.Value : null;

    private static int Number(PlannedStack stack, string parameter) => int.Parse(Text(stack, parameter)!, System.Globalization.CultureInfo.InvariantCulture);
}
