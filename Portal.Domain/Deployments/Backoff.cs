namespace Portal.Domain.Deployments;

/// <summary>The one retry layer: exponential with full jitter, capped. The jitter is computed from names, so that a replay waits alike.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(30);

    public static StackModel Of(DeploymentModel deployment, StackModel stack, DateTimeOffset now)
    {
        var failures = stack.Failures + 1;
        var ceiling = Math.Min(Cap.Ticks, deployment.PollEvery.Ticks * Math.Pow(2, Math.Min(failures, 20)));
        return stack with { Failures = failures, ReadAt = now + TimeSpan.FromTicks((long)(ceiling * Share(deployment, stack, failures))) };
    }

    /// <summary>Between 0 and 1, evenly spread over stacks and tries (FNV-1a).</summary>
    private static double Share(DeploymentModel deployment, StackModel stack, int failures)
    {
        var hash = 2166136261u;
        foreach (var character in $"{deployment.Id.Value:N}{stack.Name}{failures}")
            hash = (hash ^ character) * 16777619u;
        return (hash >> 8) / (double)(1 << 24);
    }
}
