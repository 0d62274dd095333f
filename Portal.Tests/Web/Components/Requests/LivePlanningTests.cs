using Portal.Domain;
using Portal.Domain.Planning.Document;
using Portal.Tests.Time;
using Portal.Web.Components.Requests;

namespace Portal.Tests.Web.Components.Requests;

public sealed class LivePlanningTests
{
    private readonly ManualClock clock = ManualClock.At("2026-11-22T12:00:00Z");

    [Fact]
    public async Task Run_WhenOvertaken_PlansOnlyTheNewest()
    {
        var planned = new List<string>();
        using var planning = new LivePlanning(text => Plan(text, planned), clock);

        var first = planning.RunAsync(new SheetDraft("a: 1"));
        var second = planning.RunAsync(new SheetDraft("a: 2"));

        Assert.True(await second);
        Assert.False(await first);
        Assert.DoesNotContain(planned, text => text.Contains("a: 1", StringComparison.Ordinal));
        Assert.False(planning.IsPlanning);
    }

    [Fact]
    public async Task Run_WithoutANameYet_ShowsTheDesignAndTheFault()
    {
        using var planning = new LivePlanning(text => text.Contains("name: unnamed", StringComparison.Ordinal) ? Result<Plan>.Ok(SamplePlan.Shop) : Result<Plan>.No(new Problem("metadata.name", "is required")), clock);

        await planning.RunAsync(new SheetDraft("metadata: { costCenter: CC-1 }"));

        Assert.Same(SamplePlan.Shop, planning.Plan);
        Assert.Equal("metadata.name", Assert.Single(planning.Problems).Path);
    }

    [Fact]
    public async Task Run_WhenTheSheetTurnsBad_KeepsTheLastDesign()
    {
        var good = true;
        using var planning = new LivePlanning(_ => good ? Result<Plan>.Ok(SamplePlan.Shop) : Result<Plan>.No(new Problem("a", "b")), clock);
        await planning.RunAsync(new SheetDraft("a: 1"));

        good = false;
        await planning.RunAsync(new SheetDraft("a: 2"));

        Assert.Same(SamplePlan.Shop, planning.Plan);
        Assert.Single(planning.Problems);
    }

    private static Result<Plan> Plan(string text, List<string> planned)
    {
        planned.Add(text);
        return Result<Plan>.Ok(SamplePlan.Shop);
    }
}
