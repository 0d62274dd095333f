using Portal.Domain.Deployments;

namespace Portal.Tests.Domain.Deployments;

/// <summary>Single steps that the simulation does not name.</summary>
public sealed class DeploymentStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Names_AreTheContracts_AndTokensAreLegal()
    {
        var id = DeploymentId.New(Now);

        Assert.Equal($"portal-{id.Value:N}-3", DeploymentNames.ChangeSet(id, 3));
        Assert.All(Enum.GetValues<StackOperation>(), operation => Assert.Matches("^[a-zA-Z0-9][-a-zA-Z0-9]{0,127}$", DeploymentNames.Token(id, 12, 345, operation, 1)));
        Assert.Equal(Enum.GetValues<StackOperation>().Length, Enum.GetValues<StackOperation>().Select(o => DeploymentNames.Token(id, 1, 0, o)).Distinct().Count());
    }

    [Fact]
    public void B18_ChangeSetWithoutChanges_IsDeleted_AndTheStackIsDone()
    {
        var model = Begun();
        var seen = Next(model, new Observation.StackSeen("a", Reading("REVIEW_IN_PROGRESS", model.ChangeSetName)));
        var empty = Next(seen.Model, new Observation.ChangeSetSeen("a", ChangeSet("FAILED", "UNAVAILABLE") with { HasNoChanges = true }));
        Assert.IsType<StackCommand.DeleteChangeSet>(Assert.Single(empty.Commands));

        var dropped = Next(empty.Model, new Observation.CallEnded("a", StackOperation.DeleteChangeSet, CallOutcome.Accepted));
        var swept = Next(dropped.Model, new Observation.EventsSeen("a", null, null));

        Assert.Equal(DeploymentState.Succeeded, swept.Model.State);
    }

    [Fact]
    public void B19_ChangeSetThatStaysPending_FailsWithinItsBound()
    {
        var model = Begun();
        var made = Next(model, new Observation.CallEnded("a", StackOperation.CreateChangeSet, CallOutcome.Accepted) { StackId = "arn:a", ChangeSetId = "arn:c" });
        var pending = Next(made.Model, new Observation.ChangeSetSeen("a", ChangeSet("CREATE_PENDING", "UNAVAILABLE")));

        var late = DeploymentStep.Next(pending.Model, [], Now + TimeSpan.FromMinutes(16));

        Assert.Equal(DeploymentState.Failed, late.Model.State);
        Assert.Contains("waiting for its change set for more than 15 minutes", late.Model.FirstCause, StringComparison.Ordinal);
    }

    [Fact]
    public void B16_DeleteFailed_IsTriedOnceMore_ThenNamed()
    {
        var model = DeploymentStep.Next(TinyPlan.Deployment([TinyPlan.Stack("a", [])], DeploymentKind.Destroy, 1) is var down ? down.With(down.Find("a") with { StackId = "arn:a" }) : down, [], Now).Model;
        var first = Next(model, new Observation.StackSeen("a", Reading("CREATE_COMPLETE", null)));
        var working = Next(first.Model, new Observation.CallEnded("a", StackOperation.DeleteStack, CallOutcome.Accepted));
        var again = Next(working.Model, new Observation.StackSeen("a", Reading("DELETE_FAILED", null)));
        Assert.EndsWith("-delete-1", Assert.IsType<StackCommand.DeleteStack>(Assert.Single(again.Commands)).Token, StringComparison.Ordinal);

        var twice = Next(Next(again.Model, new Observation.CallEnded("a", StackOperation.DeleteStack, CallOutcome.Accepted)).Model, new Observation.StackSeen("a", Reading("DELETE_FAILED", null)));
        var ended = Next(twice.Model, new Observation.EventsSeen("a", null, new FailedResource("Bucket", "AWS::S3::Bucket", "DELETE_FAILED", "The bucket is not empty")));

        Assert.Equal("Stack a: Bucket (AWS::S3::Bucket) could not be deleted: The bucket is not empty", ended.Model.FirstCause);
        Assert.NotNull(ended.Model.NextAction);
    }

    [Fact]
    public void B39_MissingOutput_DoesNotStartTheDependant()
    {
        var stacks = new[] { TinyPlan.Stack("a", []), TinyPlan.Stack("b", ["a"]) };
        var model = TinyPlan.Deployment(stacks, DeploymentKind.Create, 1);
        model = model.With(model.Find("a") with { Phase = StackPhase.Done });
        var begun = DeploymentStep.Next(model, [], Now);

        var absent = Next(begun.Model, new Observation.StackSeen("b", null));

        Assert.Empty(absent.Commands);
        Assert.Equal("Stack b: parameters.Ofa: Stack a has no output Id.", absent.Model.FirstCause);
    }

    [Fact]
    public void B10_StackThatHasSettled_IsDoneOnlyAfterALastSweepOfItsEvents()
    {
        var model = Begun();

        var complete = Next(model, new Observation.StackSeen("a", Reading("CREATE_COMPLETE", model.ChangeSetName)));

        Assert.Equal(new StackCommand.ReadEvents("a", "arn:a", null), Assert.Single(complete.Commands));
        Assert.Equal(DeploymentState.Running, complete.Model.State);
        Assert.Equal(DeploymentState.Succeeded, Next(complete.Model, new Observation.EventsSeen("a", "last", null)).Model.State);
    }

    [Fact]
    public void B07_LastSweepThatIsThrottled_IsTriedAgain_AndNeverFailsAFinishedStack()
    {
        var model = Begun();
        var step = Next(model, new Observation.StackSeen("a", Reading("CREATE_COMPLETE", model.ChangeSetName)));
        var at = Now;

        for (var tries = 0; tries < 8; tries++)
        {
            Assert.Equal(DeploymentState.Running, step.Model.State);
            step = DeploymentStep.Next(step.Model, [new Observation.ReadFailed("a", CallOutcome.Later, "Rate exceeded")], at += TimeSpan.FromSeconds(31));
        }

        Assert.Equal(DeploymentState.Succeeded, step.Model.State);
    }

    [Theory]
    [InlineData("CREATE_COMPLETE")]
    [InlineData("ROLLBACK_COMPLETE")]
    [InlineData("CREATE_IN_PROGRESS")]
    public void B24_ForeignStack_IsNeitherTakenOverNorDeleted(string status)
    {
        var ended = Next(Begun(), new Observation.StackSeen("a", Reading(status, "somebody-elses")));

        Assert.Empty(ended.Commands);
        Assert.Contains("the portal did not make it", ended.Model.FirstCause, StringComparison.Ordinal);
    }

    [Fact]
    public void ForeignStack_OnTheWayDown_IsLeftAlone()
    {
        var model = DeploymentStep.Next(TinyPlan.Deployment([TinyPlan.Stack("a", [])], DeploymentKind.Destroy, 1), [], Now).Model;

        var ended = Next(model, new Observation.StackSeen("a", Reading("CREATE_COMPLETE", "somebody-elses")));

        Assert.Empty(ended.Commands);
        Assert.Equal(DeploymentState.Succeeded, ended.Model.State);
    }

    [Fact]
    public void B71_AfterCreation_EveryCallNamesTheStackById()
    {
        var model = Begun();
        var made = Next(model, new Observation.CallEnded("a", StackOperation.CreateChangeSet, CallOutcome.Accepted) { StackId = "arn:a", ChangeSetId = "arn:c" });
        var ready = Next(made.Model, new Observation.ChangeSetSeen("a", ChangeSet("CREATE_COMPLETE", "AVAILABLE")));

        Assert.Equal("arn:a", Assert.IsType<StackCommand.ExecuteChangeSet>(Assert.Single(ready.Commands)).Target);
    }

    [Fact]
    public void StackDeletedByOthersInMidCreation_IsNotMadeAgain()
    {
        var model = Begun();
        var executed = Next(model, new Observation.StackSeen("a", Reading("CREATE_IN_PROGRESS", model.ChangeSetName)));
        var gone = Next(executed.Model, new Observation.StackSeen("a", Reading("DELETE_COMPLETE", model.ChangeSetName)));

        var ended = Next(gone.Model, new Observation.EventsSeen("a", null, null));

        Assert.Equal("Stack a: Somebody deleted the stack while it was being made.", ended.Model.FirstCause);
    }

    private static DeploymentModel Begun() => DeploymentStep.Next(TinyPlan.Deployment([TinyPlan.Stack("a", [])], DeploymentKind.Create, 1), [], Now).Model;

    private static StepResult Next(DeploymentModel model, Observation observation) => DeploymentStep.Next(model, [observation], Now);

    private static StackReading Reading(string status, string? changeSet) => new() { Id = "arn:a", Status = status, ChangeSetId = changeSet is null ? null : $"arn:changeSet/{changeSet}/1" };

    private static ChangeSetReading ChangeSet(string status, string execution) => new() { Id = "arn:c", StackId = "arn:a", Status = status, ExecutionStatus = execution };
}
