namespace Portal.Domain.Deployments;

/// <summary>What the end of a call means for its stack.</summary>
internal static class CallWalk
{
    public static StackTurn OnEnd(DeploymentModel deployment, StackModel stack, Observation.CallEnded call, DateTimeOffset now) => call.Outcome switch
    {
        CallOutcome.Accepted => Accepted(deployment, stack with { Failures = 0 }, call, now),
        CallOutcome.Ambiguous => new(Backoff.Of(deployment, (stack with { InDoubt = call.Operation, DoubtSince = now }).MoveTo(StackPhase.Unknown, now), now)),
        CallOutcome.Wrong => StackTurn.Settle(stack, StackPhase.Failed, now, $"AWS refused {call.Operation}: {call.Message}"),
        CallOutcome.Surprised => new(Backoff.Of(deployment, stack with { ChangeSetId = null }, now)),
        _ => new(Backoff.Of(deployment, stack, now)),
    };

    private static StackTurn Accepted(DeploymentModel deployment, StackModel stack, Observation.CallEnded call, DateTimeOffset now) => call.Operation switch
    {
        StackOperation.CreateChangeSet => Made(deployment, stack with { StackId = call.StackId, ChangeSetId = call.ChangeSetId }),
        StackOperation.ExecuteChangeSet => StackTurn.Wait(deployment, stack.Executed(now), now),
        StackOperation.DeleteChangeSet or StackOperation.SetStackPolicy => StackTurn.Settle(stack, StackPhase.Done, now),
        StackOperation.DeleteStack => StackTurn.Wait(deployment, stack.MoveTo(deployment.Kind == DeploymentKind.Create ? StackPhase.Clearing : StackPhase.Working, now), now),
        _ => StackTurn.Look(stack),
    };

    private static StackTurn Made(DeploymentModel deployment, StackModel stack) =>
        new(stack, new StackCommand.DescribeChangeSet(stack.Name, stack.Target, deployment.ChangeSetName));
}
