using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Costs;

/// <summary>What stands by, and what is copied: how much of it there is and what of it is premium.</summary>
public sealed class SpareTests
{
    [Fact]
    public void SecondNodeOfACache_IsPremium()
    {
        var line = Assert.Single(Designs.Of(DataSheets.Of(DataSheets.Cache)).Cost!.Lines, line => line.Item.StartsWith("cache.", StringComparison.Ordinal));

        Assert.Equal((1460, line.MonthlyUsd.Usd / 2), (line.Quantity, line.PremiumUsd.Usd));
    }

    [Fact]
    public void GatewaysBeyondTheFirst_ArePremium_WithTheirAddresses()
    {
        var lines = DataSheets.Chooser(Make.ProductionSheet()).Best(new Choice { Topology = topology => topology is { Zones: 3, Nat: NatLayout.PerZone } }, [])!.Lines.Where(line => line.Item.EndsWith("NAT gateway", StringComparison.Ordinal)).ToList();

        Assert.Equal([(730m, false), (730m, true), (730m, true)], Of("NAT gateway"));
        Assert.Equal([(730m, false), (730m, true), (730m, true)], Of("Public IPv4 address of the NAT gateway"));

        IEnumerable<(decimal, bool)> Of(string item) => lines.Where(line => line.Item == item).Select(line => (line.Quantity, line.PremiumUsd == line.MonthlyUsd));
    }

    /// <summary>Every copy of a cluster's backup is whole.</summary>
    [Fact]
    public void CopiesOfACluster_AreSentAsOftenAsTheyAreMade()
    {
        decimal Sent(int hours) => DataSheets.Chooser(Make.ProductionSheet(("connections: 100", "connections: 100, service: aurora")))
            .Best(new Choice { Reach = reach => reach.Strategy == Strategy.BackupCopy && reach.CopyHours == hours }, [])!
            .Lines.Single(line => line.Item.Contains("sent to", StringComparison.Ordinal)).Quantity;

        Assert.Equal((6, 24), (Math.Round(Sent(4) / Sent(24), 3), Math.Round(Sent(1) / Sent(24), 3)));
    }

    [Fact]
    public void WarmStandby_RunsWhatTheMeanLoadNeeds()
    {
        var sheet = DataSheets.InEurope(DataSheets.Objects, ("peakRps: 200", "peakRps: 4000"), ("meanRps: 50", "meanRps: 1000"));
        var design = DataSheets.Forced<FleetOption>(sheet, Strategy.WarmStandby, Tier.Fleet, fleet => fleet.Type.Name == "c7g.large");
        var standby = design.Reach.Sites[1].Region;

        // 1,000 / 50 = 20 vCPU are ten c7g.large in one zone, twenty over two or fifteen over three.
        Assert.Equal(design.Topology.Zones switch { 1 => 10, 2 => 20, _ => 15 }, design.Fleet.Fleets[1].Min);
        Assert.Equal(730 * design.Fleet.Fleets[1].Min, Assert.Single(design.Lines, line => line.Service == "Amazon EC2" && line.Region == standby).Quantity);
    }

    /// <summary>Copies of an RDS instance cost the same however often they are made, so the rarest that is enough is taken.</summary>
    [Fact]
    public void CopiesAreMade_AsRarelyAsWasAsked() =>
        Assert.Contains("every 24 h", Designs.Of(ScenarioSheets.Of("courses")).Decisions.Single(decision => decision.Topic == "regions").Chosen, StringComparison.Ordinal);

    /// <summary>In a season every hour is at peak. Memory sizes the fleet, so at its most its CPU is at 15 %; but scaling holds what runs at 30 %, and a type that earns less runs dry.</summary>
    [Fact]
    public void Credits_CarryTheShareThatScalingHolds()
    {
        var type = Designs.Of(("peakRps: 200", "peakRps: 200\n  pattern: seasonal")).Compute.Single().InstanceType;

        Assert.True(Designs.Facts.Instances["eu-central-1"].Single(offer => offer.Type.Name == type).Type.BaselinePercent is null or >= 30, type);
    }
}
