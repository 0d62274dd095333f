namespace Portal.Domain.Deployments;

/// <summary>What one observation made of a stack, and what to do about it at once.</summary>
internal sealed record StackTurn(StackModel Stack, params IReadOnlyList<StackCommand> Commands)
{
    /// <summary>Looks again when the next poll is due.</summary>
    public static StackTurn Wait(DeploymentModel deployment, StackModel stack, DateTimeOffset now) => new(stack with { ReadAt = now + deployment.PollEvery });

    /// <summary>Goes to that phase once the last events are stored; at once where there is no stack to have events.</summary>
    public static StackTurn Settle(StackModel stack, StackPhase phase, DateTimeOffset now, string? cause = null)
    {
        var settling = stack with { Cause = cause ?? stack.Cause };
        return stack.StackId is { } id
            ? new(settling with { Settling = phase }, new StackCommand.ReadEvents(stack.Name, id, stack.LastEventId))
            : new(settling.Finish(phase, now));
    }

    public static StackTurn Look(StackModel stack) => new(stack, new StackCommand.DescribeStack(stack.Name, stack.Target));
}
