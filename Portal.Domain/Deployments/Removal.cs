namespace Portal.Domain.Deployments;

/// <summary>Deletes a stack of ours: locks and protection off, DeleteStack by id, one more try after DELETE_FAILED.</summary>
internal static class Removal
{
    private const int Tries = 2;

    /// <summary>How long AWS may take to show an accepted deletion before it is asked again with the same token.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <param name="phase">Where the stack is while it is being deleted: working on the way down, clearing on the way up.</param>
    public static StackTurn OnStack(DeploymentModel deployment, StackModel stack, StackReading reading, StackPhase phase, DateTimeOffset now)
    {
        if (reading.Condition == StackCondition.Moving)
            return StackTurn.Wait(deployment, reading.Status == "DELETE_IN_PROGRESS" ? stack.MoveTo(phase, now) : stack, now);
        if (DeletionLock.Holds(reading))
            return new(stack.MoveTo(StackPhase.Unprotecting, now), new StackCommand.UnlockStack(stack.Name, stack.Target, deployment.Token(stack, StackOperation.UnlockStack), DeletionLock.Parameter));
        if (reading.TerminationProtection)
            return new(stack.MoveTo(StackPhase.Unprotecting, now), new StackCommand.UnprotectStack(stack.Name, stack.Target, deployment.Token(stack, StackOperation.UnprotectStack)));

        var asked = stack.Phase == phase;
        if (reading.Status == "DELETE_FAILED" && asked)
            return stack.FailedDeletions + 1 < Tries ? Delete(deployment, stack with { FailedDeletions = stack.FailedDeletions + 1 }) : StackTurn.Settle(stack, StackPhase.Failed, now);
        return asked && now - stack.PhaseSince < Grace ? StackTurn.Wait(deployment, stack, now) : Delete(deployment, stack);
    }

    private static StackTurn Delete(DeploymentModel deployment, StackModel stack) =>
        new(stack, new StackCommand.DeleteStack(stack.Name, stack.Target, deployment.Token(stack, StackOperation.DeleteStack, stack.FailedDeletions)));
}
