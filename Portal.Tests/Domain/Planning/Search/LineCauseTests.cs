using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>A premium names what asks for the loss that it is paid against.</summary>
public sealed class LineCauseTests
{
    private static readonly Plan Booking = Designs.Of(ScenarioSheets.Of("booking"));

    [Theory]
    [InlineData("Replicated write I/O")]
    [InlineData("Replication to another region")]
    public void Replication_IsPaidForTheOtherRegion_AndForNoStandby(string item) => Assert.Equal(["data.relational", "recovery.region"], Because(Booking, item));

    [Theory]
    [InlineData("Backups beyond the free share")]
    [InlineData("Snapshots beyond the free one")]
    public void Backups_NameNoneOfTheCausesOfAStandby(string item) => Assert.DoesNotContain(Because(Booking, item), cause => cause is "availability.slaPercent" or "recovery.zone" or "compliance");

    [Fact]
    public void Standbys_NameWhatForcesThem() => Assert.Superset(new HashSet<string> { "availability.slaPercent", "recovery.zone" }, Because(Booking, "cache.r6g.xlarge valkey").ToHashSet());

    [Fact]
    public void CopiesOfObjects_AndChangesOfATable_NameWhatAsksForTheOtherRegion()
    {
        var plan = Designs.Of(DataSheets.InEurope($"{DataSheets.Objects}\n  {DataSheets.Table}", DataSheets.RegionLoss("15m", "40m")));

        Assert.Equal(["data.objects", "recovery.region"], Because(plan, "Objects to the other region"));
        Assert.Equal(["data.objects", "recovery.region"], Because(plan, "Copying within fifteen minutes"));
        Assert.Equal(["data.objects", "recovery.region"], Because(plan, "Alarms, copies of objects"));
        Assert.Equal(["data.keyValue", "recovery.region"], Because(plan, "Changes of the table to other regions"));
        Assert.Equal(["data.keyValue", "recovery.corruption"], Because(plan, "Point-in-time recovery"));
    }

    /// <summary>Where names are kept is then the first region too.</summary>
    [Fact]
    public void HealthChecks_NameWhatAsksForTheOtherRegion_InVirginiaToo()
    {
        var plan = Designs.Of(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.In("us-east-1"), FrontSheets.RegionLoss("{ rpo: 15m, rto: 10m }"));

        Assert.All(plan.Cost!.Lines.Where(line => line.Item.StartsWith("Health check of", StringComparison.Ordinal) || line.Item == "Alarms of the fronts"), line => Assert.Equal(["recovery.region"], line.Because));
        Assert.Contains(plan.Cost.Lines, line => line.Item == "Alarms of the fronts");
    }

    [Fact]
    public void WhatMakesAClusterGlobal_IsTracedToTheOtherRegion()
    {
        var plan = Designs.Run(ScenarioSheets.Of("booking")).Plan;

        Assert.Contains("travel-booking-eu-west-1-aurora/GlobalCluster", Assert.Single(plan.Trace, entry => entry.Requirement == "recovery.region").Resources);
    }

    private static IReadOnlyList<string> Because(Plan plan, string item) => plan.Cost!.Lines.First(line => line.Item == item && line.Region == plan.Regions[0].Region).Because;
}
