namespace Portal.Domain.Deployments;

/// <summary>One observation about one stack, whichever way the deployment walks.</summary>
internal static class StackWalk
{
    /// <summary>A last sweep that fails this often no longer holds up a stack that has settled.</summary>
    private const int SweepTries = 8;

    public static StackTurn Take(DeploymentModel deployment, StackModel stack, Observation observation, DateTimeOffset now)
    {
        if (!stack.IsActive)
            return new(stack);
        return observation switch
        {
            Observation.StackSeen seen when stack.Settling is null => OnStack(deployment, Fresh(Doubt.Answer(stack, seen.Reading), now), seen.Reading, now),
            Observation.ChangeSetSeen seen when stack.Settling is null => OnChangeSet(deployment, Fresh(Doubt.Answer(stack, seen.Reading), now), seen.Reading, now),
            Observation.EventsSeen seen => OnEvents(stack with { LastEventId = seen.LastEventId ?? stack.LastEventId, Failures = 0 }, seen, now),
            Observation.CallEnded call => CallWalk.OnEnd(deployment, stack, call, now),
            Observation.ReadFailed failed => OnReadFailed(deployment, stack, failed, now),
            _ => new(stack),
        };
    }

    public static IEnumerable<StackCommand> Reads(DeploymentModel deployment, StackModel stack)
    {
        if (stack.StackId is { } id && (stack.Settling is not null || stack.Phase is StackPhase.Working or StackPhase.Clearing))
            yield return new StackCommand.ReadEvents(stack.Name, id, stack.LastEventId);
        if (stack.Settling is not null)
            yield break;
        if (stack is { Phase: StackPhase.Preparing, ChangeSetId: not null })
            yield return new StackCommand.DescribeChangeSet(stack.Name, stack.Target, deployment.ChangeSetName);
        else
            yield return new StackCommand.DescribeStack(stack.Name, stack.Target);
    }

    private static StackTurn OnStack(DeploymentModel deployment, StackModel stack, StackReading? reading, DateTimeOffset now) => deployment.Kind == DeploymentKind.Create
        ? UpWalk.OnStack(deployment, stack, reading, now)
        : DownWalk.OnStack(deployment, stack, reading, now);

    private static StackTurn OnChangeSet(DeploymentModel deployment, StackModel stack, ChangeSetReading? reading, DateTimeOffset now) => deployment.Kind == DeploymentKind.Create
        ? UpWalk.OnChangeSet(deployment, stack, reading, now)
        : StackTurn.Look(stack);

    /// <summary>The look has answered what was in doubt; where to go from here follows from what is seen.</summary>
    private static StackModel Fresh(StackModel stack, DateTimeOffset now) => stack with { Failures = 0, LastFailure = null, ReadAt = now };

    private static StackTurn OnEvents(StackModel stack, Observation.EventsSeen seen, DateTimeOffset now)
    {
        if (stack.Settling is not { } phase)
            return new(stack);
        var told = stack with { Cause = phase == StackPhase.Failed ? stack.Cause ?? FailureText.Of(stack, seen.FirstFailure) : stack.Cause };
        return phase == StackPhase.Preparing ? StackTurn.Look(UpWalk.Forget(told.Finish(phase, now))) : new(told.Finish(phase, now));
    }

    private static StackTurn OnReadFailed(DeploymentModel deployment, StackModel stack, Observation.ReadFailed failed, DateTimeOffset now)
    {
        var later = Backoff.Of(deployment, stack with { LastFailure = failed.Message }, now);
        return stack.Settling is not null && (later.Failures >= SweepTries || failed.Outcome is CallOutcome.Surprised or CallOutcome.Wrong)
            ? OnEvents(stack, new Observation.EventsSeen(stack.Name, null, null), now)
            : new(later);
    }
}
