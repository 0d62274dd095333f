using Portal.Domain.Planning.Document;

namespace Portal.Domain.Deployments;

/// <summary>One stack on the way up: from what is seen to what is done next, whoever began it.</summary>
internal static class UpWalk
{
    public static StackTurn OnStack(DeploymentModel deployment, StackModel stack, StackReading? reading, DateTimeOffset now) => reading switch
    {
        null or { Condition: StackCondition.Gone } => Absent(deployment, stack, reading, now),
        { Condition: StackCondition.Empty } => new(deployment.Owns(stack, reading) ? stack.Seen(reading) : stack, new StackCommand.DescribeChangeSet(stack.Name, reading.Id, deployment.ChangeSetName)),
        _ when !deployment.Owns(stack, reading) => Foreign(stack, now),
        { Condition: StackCondition.Moving } => Moving(deployment, stack.Seen(reading), reading, now),
        { Condition: StackCondition.Standing } => Standing(deployment, stack.Seen(reading), reading, now),
        { Condition: StackCondition.Wreck } => Wreck(deployment, stack.Seen(reading), reading, now),
        _ => StackTurn.Settle(stack.Seen(reading), StackPhase.Failed, now, $"It is in {reading.Status}. {StackStatusTable.Of(reading.Status).Todo}"),
    };

    public static StackTurn OnChangeSet(DeploymentModel deployment, StackModel stack, ChangeSetReading? reading, DateTimeOffset now)
    {
        if (reading is null)
            return stack.StackId is null ? Foreign(stack, now) : Create(deployment, stack, now);

        var ours = stack with { StackId = reading.StackId, ChangeSetId = reading.Id };
        return reading switch
        {
            { WasExecuted: true } => StackTurn.Wait(deployment, ours.Executed(now), now),
            { IsExecutable: true } => Execute(deployment, ours, now),
            { HasNoChanges: true } => new(ours, new StackCommand.DeleteChangeSet(stack.Name, reading.StackId, deployment.Token(stack, StackOperation.DeleteChangeSet), reading.Id)),
            { Status: "FAILED" } => StackTurn.Settle(ours, StackPhase.Failed, now, $"CloudFormation refused the change set: {reading.Reason}"),
            { ExecutionStatus: "OBSOLETE" } => StackTurn.Settle(ours, StackPhase.Failed, now, "Somebody else executed another change set of this stack."),
            _ => StackTurn.Wait(deployment, ours.MoveTo(StackPhase.Preparing, now), now),
        };
    }

    private static StackTurn Absent(DeploymentModel deployment, StackModel stack, StackReading? reading, DateTimeOffset now)
    {
        if (stack.ExecutedAt is not null)
            return StackTurn.Settle(stack, StackPhase.Failed, now, "Somebody deleted the stack while it was being made.");
        if (stack.Phase == StackPhase.Clearing && reading is not null)
            return StackTurn.Settle(stack, StackPhase.Preparing, now);
        return stack.StackId is null ? Create(deployment, stack, now) : StackTurn.Look(Forget(stack));
    }

    /// <summary>The id names a stack that is gone; whatever stands under the name now is another one.</summary>
    public static StackModel Forget(StackModel stack) => stack with { StackId = null, ChangeSetId = null, LastEventId = null, Status = null, StatusReason = null };

    private static StackTurn Create(DeploymentModel deployment, StackModel stack, DateTimeOffset now)
    {
        if (deployment.IsHalting)
            return LetGo(deployment, stack, now);
        var values = ParameterValues.Of(deployment, stack.Plan);
        return values.IsOk
            ? new(stack.MoveTo(StackPhase.Preparing, now) with { ChangeSetId = null }, new StackCommand.CreateChangeSet(stack.Name, stack.Target, deployment.Token(stack, StackOperation.CreateChangeSet), deployment.ChangeSetName, values.Value))
            : StackTurn.Settle(stack, StackPhase.Failed, now, string.Join(" ", values.Problems));
    }

    private static StackTurn Execute(DeploymentModel deployment, StackModel stack, DateTimeOffset now)
    {
        // Executed already, but AWS does not show it yet: reading on is safe, calling again is not.
        if (stack.ExecutedAt is not null)
            return StackTurn.Wait(deployment, stack, now);
        if (deployment.IsHalting)
            return LetGo(deployment, stack, now);
        return new(stack.MoveTo(StackPhase.Preparing, now), new StackCommand.ExecuteChangeSet(stack.Name, stack.Target, deployment.Token(stack, StackOperation.ExecuteChangeSet), stack.ChangeSetId!));
    }

    private static StackTurn LetGo(DeploymentModel deployment, StackModel stack, DateTimeOffset now) => Doubt.StillOpen(stack, now) is { } open
        ? StackTurn.Wait(deployment, open, now)
        : StackTurn.Settle(stack, StackPhase.Pending, now);

    private static StackTurn Moving(DeploymentModel deployment, StackModel stack, StackReading reading, DateTimeOffset now)
    {
        var mine = ExecutedHere(deployment, stack, reading);
        var moved = mine ? stack.Executed(now) : stack.MoveTo(reading.Status == "DELETE_IN_PROGRESS" ? StackPhase.Clearing : StackPhase.Working, now);
        return StackTurn.Wait(deployment, moved, now);
    }

    private static StackTurn Standing(DeploymentModel deployment, StackModel stack, StackReading reading, DateTimeOffset now)
    {
        if (stack.Plan.TerminationProtection && !reading.TerminationProtection)
            return new(stack.MoveTo(StackPhase.Protecting, now), new StackCommand.ProtectStack(stack.Name, stack.Target, deployment.Token(stack, StackOperation.ProtectStack)));
        // The policy comes last since no description shows it: who has to look again sets it again, which changes nothing.
        return stack.Plan.StackPolicy
            ? new(stack.MoveTo(StackPhase.Protecting, now), new StackCommand.SetStackPolicy(stack.Name, stack.Target, deployment.Token(stack, StackOperation.SetStackPolicy)))
            : StackTurn.Settle(stack, StackPhase.Done, now);
    }

    private static StackTurn Wreck(DeploymentModel deployment, StackModel stack, StackReading reading, DateTimeOffset now)
    {
        if (ExecutedHere(deployment, stack, reading))
            return StackTurn.Settle(stack, StackPhase.Failed, now);
        return deployment.IsHalting && stack.Phase != StackPhase.Clearing
            ? StackTurn.Settle(stack, StackPhase.Pending, now)
            : Removal.OnStack(deployment, stack, reading, StackPhase.Clearing, now);
    }

    private static bool ExecutedHere(DeploymentModel deployment, StackModel stack, StackReading reading) =>
        stack.ExecutedAt is not null || DeploymentNames.ChangeSetNameOf(reading.ChangeSetId) == deployment.ChangeSetName;

    private static StackTurn Foreign(StackModel stack, DateTimeOffset now) =>
        new((stack with { Cause = $"A stack named {stack.Name} stands in {stack.Plan.Account}/{stack.Plan.Region} already, and the portal did not make it. It was left alone." }).Finish(StackPhase.Failed, now));
}
