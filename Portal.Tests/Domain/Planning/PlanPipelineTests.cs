using Portal.Domain;
using Portal.Domain.Costs;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

public sealed class PlanPipelineTests
{
    [Fact]
    public void Run_Twice_GivesTheSameBytes()
    {
        var one = Designs.Run(Make.ProductionSheet());
        var other = Designs.Run(Make.ProductionSheet());

        Assert.Equal(one.Files, other.Files);
        Assert.Equal(one.Plan.Digest, other.Plan.Digest);
    }

    [Fact]
    public void Run_WritesEveryFileThatAPlanHas()
    {
        var folder = Designs.Run(Make.ProductionSheet());

        Assert.Equal(
            ["controls.json", "parameters.json", "plan.json", .. folder.Plan.Stacks.Select(stack => stack.Template).Order(StringComparer.Ordinal), "summary.md"],
            folder.Files.Keys);
        Assert.All(folder.Plan.Stacks, stack => Assert.InRange(folder.Template(stack).Length, 200, ResolvedTemplate.InlineLimitBytes));
    }

    [Fact]
    public void Run_PlanFile_ReadsBackAsThePlan()
    {
        var folder = Designs.Run(Make.ProductionSheet());

        Assert.Equal(folder.Files[PlanFolder.PlanPath], PlanJson.Write(PlanJson.Read(folder.Files[PlanFolder.PlanPath])));
    }

    [Fact]
    public void Run_AnswersEveryGeneratedSheet()
    {
        for (var seed = 200; seed < 215; seed++)
        {
            var plan = Designs.Run(GeneratedSheets.Number(seed)).Plan;

            Assert.Equal(plan.Feasible, plan.Refusals.Count == 0);
            Assert.Equal(plan.Feasible, plan.Stacks.Count > 0);
        }
    }

    [Fact]
    public void Design_IsThePlanWithoutItsFiles()
    {
        var sheet = Make.ProductionSheet();
        var (whole, fast) = (Designs.Run(sheet).Plan, Designs.Of(sheet));

        Assert.Equal(whole.Cost!.MonthlyUsd, fast.Cost!.MonthlyUsd);
        Assert.Equal(whole.Compute, fast.Compute);
        Assert.Equal(whole.Decisions.Select(decision => decision.Chosen), fast.Decisions.Select(decision => decision.Chosen));
        Assert.Empty(fast.Stacks);
    }

    [Fact]
    public void Digest_CoversWhatIsSigned()
    {
        var folder = Designs.Run(Make.ProductionSheet());
        var signed = folder.Files.Where(file => file.Key is not ("plan.json" or "summary.md")).Concat(
        [
            new("sheet.json", CanonicalSheet.Write(Make.ProductionSheet())),
            new("vpc-cidrs", "eu-central-1 10.64.0.0/20"),
            new("price-version", Designs.Facts.PriceVersion),
            new("facts-version", Designs.Facts.FactsVersion),
        ]);

        Assert.Equal(Digest.Of(signed), folder.Plan.Digest);
    }

    [Fact]
    public void Digest_ChangesWithSheetAddressesAndPrices()
    {
        var sheet = Make.ProductionSheet();

        Digest[] digests =
        [
            Designs.Run(sheet).Plan.Digest,
            Designs.Run(sheet with { Metadata = sheet.Metadata with { Description = "the same, described" } }).Plan.Digest,
            PlanPipeline.Run(sheet, System.Net.IPNetwork.Parse("10.64.16.0/20"), Designs.Facts).Plan.Digest,
            PlanPipeline.Run(sheet, Designs.Vpc, Designs.Facts with { PriceVersion = "newer" }).Plan.Digest,
            PlanPipeline.Run(sheet, Designs.Vpc, Designs.Facts with { FactsVersion = "newer" }).Plan.Digest,
        ];

        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void Wiki_IsDesignedAsAnArchitectWould()
    {
        var folder = Designs.Run(Make.Sheet(Stage.Staging,
            ("peakRps: 200\n  meanRps: 50", "peakRps: 15\n  exposure: internal\n  pattern: business-hours\n  businessHours: { days: mon-fri, from: \"08:00\", to: \"18:00\", timeZone: Europe/Berlin }"),
            ("rpsPerVcpu: 50", "rpsPerVcpu: 20"), ("slaPercent: 99.9", "slaPercent: 99.5"), ("rto: 30m", "rto: 8h"), ("rto: 1h", "rto: 8h"), ("monthlyUsd: 2000", "monthlyUsd: 300"),
            ("sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100", "sizeGb: 20")));

        var servers = Assert.Single(folder.Plan.Compute);
        Assert.StartsWith("t", servers.InstanceType, StringComparison.Ordinal);
        Assert.Equal((2, 2), (servers.Min, servers.Max));
        Assert.True(Assert.Single(folder.Plan.Database).MultiAz);
        Assert.Equal("one NAT gateway", folder.Plan.Decisions.Single(decision => decision.Topic == "way out to the internet").Chosen);
        Assert.DoesNotContain("OpenAt", folder.Plan.Stacks.Single(stack => stack.Module == "compute").Parameters.Keys);
        Assert.DoesNotContain("internet-facing", folder.Template(folder.Plan.Stacks.Single(stack => stack.Module == "balancer")), StringComparison.Ordinal);
    }

    [Fact]
    public void Courses_AreDesignedAsAnArchitectWould()
    {
        var plan = Designs.Of(
            ("peakRps: 200", "peakRps: 800"), ("meanRps: 50", "meanRps: 200"), ("rpsPerVcpu: 50", "rpsPerVcpu: 40"), ("eu-central-1", "eu-west-1"),
            ("engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100", "engine: mysql, sizeGb: 120, readsPerSecond: 400, writesPerSecond: 60"));

        Assert.Equal(99.93m, plan.Availability!.FloorPercent);
        Assert.Equal("database", plan.Availability.WeakestLink);
        Assert.True(Assert.Single(plan.Database).MultiAz);
        Assert.Equal(1480, plan.Recovery!.Corruption!.RtoSeconds);
        Assert.Equal(2, Assert.Single(plan.Regions).Zones.Count);
    }
}
