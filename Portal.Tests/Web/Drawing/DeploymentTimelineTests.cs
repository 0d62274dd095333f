using Portal.Data.Deployments;
using Portal.Domain.Deployments;
using Portal.Web.Drawing;
using static Portal.Tests.Web.SampleDeployment;

namespace Portal.Tests.Web.Drawing;

public sealed class DeploymentTimelineTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Chain = new Dictionary<string, IReadOnlyList<string>> { ["network"] = [], ["compute"] = ["network"], ["alarms"] = ["compute"] };

    [Fact]
    public void Of_BeforeAnythingIsDone_PromisesNoTime()
    {
        var timeline = Drawn(10, Stack("network", StackPhase.Working, from: 0), Stack("compute"), Stack("alarms"));

        Assert.Null(timeline.Left);
        Assert.Equal(3, timeline.Percent);
    }

    [Fact]
    public void Of_WhenWhatIsDoneWasTenTimesFaster_ExpectsTheRestAtThatPace()
    {
        var timeline = Drawn(10, Stack("network", StackPhase.Done, from: 0, to: 10), Stack("compute"), Stack("alarms"));

        Assert.Equal(TimeSpan.FromSeconds(20), timeline.Left);
        Assert.Equal(33, timeline.Percent);
    }

    [Fact]
    public void Of_WhatWaits_StartsWhereWhatItWaitsForEnds()
    {
        var rows = Drawn(100, Stack("network", StackPhase.Done, from: 0, to: 100), Stack("compute"), Stack("alarms")).Rows;

        Assert.Equal(rows[0].Solid, rows[1].From, 6);
        Assert.Equal(rows[1].To, rows[2].From, 6);
        Assert.Equal(1, rows[2].To, 6);
        Assert.Null(rows[1].Took);
    }

    [Fact]
    public void Of_AStackThatTakesLongerThanExpected_IsNeverDoneByItself()
    {
        var timeline = Drawn(1000, Stack("network", StackPhase.Done, from: 0, to: 100), Stack("compute", StackPhase.Working, from: 100), Stack("alarms"));

        Assert.True(timeline.Percent < 67);
        Assert.Equal(TimeSpan.FromSeconds(900), timeline.Rows[1].Took);
    }

    [Fact]
    public void Of_ADestruction_ExpectsTheReverseOrder()
    {
        var deployment = SampleDeployment.Of(DeploymentState.Running, Stack("network"), Stack("compute"), Stack("alarms", StackPhase.Done, from: 0, to: 100)) with { Kind = DeploymentKind.Destroy };

        var rows = DeploymentTimeline.Of(deployment, Chain, Start.AddSeconds(100)).Rows;

        Assert.Equal(["network", "compute", "alarms"], rows.Select(r => r.Stack.Name));
        Assert.Equal(rows[1].To, rows[0].From, 6);
        Assert.Equal(rows[2].To, rows[1].From, 6);
    }

    [Fact]
    public void Of_AFailure_ExpectsNothingMore()
    {
        var deployment = SampleDeployment.Of(DeploymentState.Failed, Stack("network", StackPhase.Failed, from: 0, to: 50), Stack("compute")) with { EndedAt = Start.AddSeconds(50) };

        var timeline = DeploymentTimeline.Of(deployment, Chain, Start.AddSeconds(900));

        Assert.Null(timeline.Left);
        Assert.All(timeline.Rows, row => Assert.Equal(row.Solid, row.To, 6));
    }

    private static DeploymentTimeline Drawn(int atSecond, params StackDeploymentView[] stacks) =>
        DeploymentTimeline.Of(SampleDeployment.Of(DeploymentState.Running, stacks), Chain, Start.AddSeconds(atSecond));
}
