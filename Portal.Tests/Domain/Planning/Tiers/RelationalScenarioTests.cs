using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>What an architect answers to four sheets, as far as the database goes.</summary>
public sealed class RelationalScenarioTests
{
    [Fact]
    public void Courses_TakeRdsOverTwoZones_WithCopiesOfBackupsElsewhere()
    {
        var plan = Designs.Of(RelationalSheets.Courses());

        Assert.Equal((RelationalService.Rds, true, 2), (plan.Database[0].Service, plan.Database[0].MultiAz, plan.Database[0].Instances));
        Assert.Equal(99.93m, plan.Availability!.FloorPercent);
        Assert.Equal(RegionRole.Backup, plan.Regions[1].Role);
        Assert.Contains(plan.Cost!.Lines, line => line.Item == "Copies of backups of the database" && line.Region == plan.Regions[1].Region);
        Assert.InRange(plan.Recovery!.Region!.RpoSeconds, 3600, 24 * 3600);
        // 600 + 4 x 120 s of restore, 100 s of repointing, 300 s of decision.
        Assert.Equal(1480, plan.Recovery.Corruption!.RtoSeconds);
    }

    [Fact]
    public void Courses_KeepAuroraAsAnAlternativeWithItsPrice()
    {
        var plan = Designs.Of(RelationalSheets.Courses());

        var aurora = Assert.Single(Designs.Decision(plan, "relational database").Alternatives, alternative => alternative.Option == "Aurora MySQL, two instances");
        Assert.True(aurora.MonthlyUsd > plan.Cost!.MonthlyUsd);
        Assert.Equal(99.97m, aurora.FloorPercent);
        Assert.EndsWith("a month more", aurora.Rejected, StringComparison.Ordinal);
    }

    [Fact]
    public void Wiki_TakesAStandby_AndSaysHowNearTheSingleInstanceWas()
    {
        var plan = Designs.Of(RelationalSheets.Wiki());

        var decision = Designs.Decision(plan, "relational database");
        Assert.Equal("RDS PostgreSQL Multi-AZ", decision.Chosen);
        var single = Assert.Single(decision.Alternatives, alternative => alternative.Option == "RDS PostgreSQL single-AZ");
        Assert.Equal("floor 99.4801 < 99.5000", single.Rejected);
        Assert.True(single.MonthlyUsd < plan.Cost!.MonthlyUsd);
    }

    [Fact]
    public void Booking_TakesAGlobalDatabase_WithARunningInstanceThatTakesOverByItself()
    {
        var plan = Designs.Of(RelationalSheets.Booking());

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.Equal([(RelationalService.Aurora, 2, "primary"), (RelationalService.Aurora, 1, "secondary")], plan.Database.Select(database => (database.Service, database.Instances, database.Role)));
        Assert.Equal(RegionRole.Secondary, plan.Regions[1].Role);
        Assert.True(plan.Compute[1].Min > 0, "warm, not a pilot light");
        // 60 s of detection, no decision, 600 s of promotion, 60 s of names: with a person's 300 s it would be more than 900.
        Assert.InRange(plan.Recovery!.Region!.RtoSeconds, 690, 900);
        Assert.Equal(1, plan.Recovery.Region.RpoSeconds);
        Assert.InRange(plan.Availability!.FloorPercent, 99.99m, 99.999m);
    }

    [Fact]
    public void Booking_ShowsWhatEachStandbyWouldMiss()
    {
        var elsewhere = Designs.Decision(Designs.Of(RelationalSheets.Booking()), "database in the second region");

        Assert.Contains("RTO after region loss", Assert.Single(elsewhere.Alternatives, alternative => alternative.Option == "RDS read replica that people promote").Rejected, StringComparison.Ordinal);
        Assert.Contains("RTO after region loss", Assert.Single(elsewhere.Alternatives, alternative => alternative.Option == "Aurora global database without an instance").Rejected, StringComparison.Ordinal);
        Assert.Contains(elsewhere.Alternatives, alternative => alternative.Option == "nothing");
    }

    [Fact]
    public void WhatCannotBe_IsRefused_EachRequirementForItself()
    {
        var plan = Designs.Of(RelationalSheets.With(
            "{ engine: postgresql, sizeGb: 500 }", "region: { rpo: 0, rto: 30s }", 99.999m, "primaryRegion: ap-south-1\n  residency: [IN]", 1200));

        Assert.False(plan.Feasible);
        var named = plan.Refusals.SelectMany(refusal => refusal.Requirements).ToHashSet();
        Assert.Contains("availability.slaPercent", named);
        Assert.Contains("recovery.region", named);
        Assert.Contains(plan.Refusals.SelectMany(refusal => refusal.RelaxTo), relaxation => relaxation.FloorPercent >= 99.95m);
    }

    [Fact]
    public void RdsReplica_NeedsAPerson()
    {
        // 30 + 1,800 + 60 s would do without a person's 300 s.
        var plan = Designs.Of(Elsewhere("rds", "rto: 2000s"));

        Assert.Equal(["recovery.region", "data.relational.service", "data.relational"], Assert.Single(plan.Refusals).Requirements);
        Assert.True(Designs.Of(Elsewhere("rds", "rto: 2300s")).Feasible);
    }

    [Fact]
    public void ClusterWithoutAnInstance_NeedsAPerson()
    {
        // 12 minutes for an instance and 600 s of promotion, 30 s and 60 s around them: 1,410 s without a person, 1,710 s with one.
        Assert.Equal(1, Designs.Of(Elsewhere("aurora", "rto: 1500s")).Database[1].Instances);
        Assert.Equal(0, Designs.Of(Elsewhere("aurora", "rto: 1800s")).Database[1].Instances);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(900)]
    public void GlobalDatabase_TakesNoBurstableClass(int writes)
    {
        var plan = Designs.Of(RelationalSheets.With($"{{ engine: postgresql, sizeGb: 20, writesPerSecond: {writes}, service: aurora }}", "region: { rpo: 1m, rto: 1h }", 99));

        Assert.All(plan.Database, database => Assert.Matches("^db.(r|x|serverless)", database.InstanceClass));
        Assert.Equal(2, plan.Database.Count);
    }

    private static RequestSheet Elsewhere(string service, string rto) =>
        RelationalSheets.With($"{{ engine: postgresql, sizeGb: 50, service: {service} }}", $"zone: {{ rpo: 5m, rto: 30m }}\n  region: {{ rpo: 1m, {rto} }}");
}
