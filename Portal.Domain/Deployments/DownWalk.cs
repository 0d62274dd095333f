namespace Portal.Domain.Deployments;

/// <summary>One stack on the way down. A stack that was never made, or that is not ours, needs nothing.</summary>
internal static class DownWalk
{
    public static StackTurn OnStack(DeploymentModel deployment, StackModel stack, StackReading? reading, DateTimeOffset now) => reading switch
    {
        null => new(stack.Finish(StackPhase.Done, now)),
        { Condition: StackCondition.Gone } => StackTurn.Settle(stack.Seen(reading), StackPhase.Done, now),
        _ when !deployment.Owns(stack, reading) => new(stack.Finish(StackPhase.Done, now)),
        _ => Removal.OnStack(deployment, stack.Seen(reading), reading, StackPhase.Working, now),
    };
}
