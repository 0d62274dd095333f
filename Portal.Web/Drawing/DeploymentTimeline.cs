using Portal.Data.Deployments;
using Portal.Domain.Deployments;

namespace Portal.Web.Drawing;

/// <summary>
/// A deployment on a time axis, stacks in graph order: what took how long, and when the rest is expected. What is done teaches how fast this
/// account is against the planned times, and the rest is expected at that pace.
/// </summary>
public sealed record DeploymentTimeline
{
    private const double AlmostDone = 0.95;

    public required IReadOnlyList<TimelineRow> Rows { get; init; }

    /// <summary>Work done, weighted by expected time, 0 to 100.</summary>
    public required int Percent { get; init; }

    /// <summary>Null while nothing is finished that could tell the pace, and once it is over.</summary>
    public required TimeSpan? Left { get; init; }

    /// <param name="dependsOn">Stack to the stacks it waits for; reversed here for a destruction.</param>
    public static DeploymentTimeline Of(DeploymentView deployment, IReadOnlyDictionary<string, IReadOnlyList<string>> dependsOn, DateTimeOffset now)
    {
        var waitsFor = deployment.Kind == DeploymentKind.Destroy ? Reversed(dependsOn) : dependsOn;
        var pace = Pace(deployment.Stacks);
        var over = deployment.EndedAt is not null;
        var spans = Spans(deployment, waitsFor, pace ?? 1, now);
        var from = deployment.StartedAt ?? deployment.CreatedAt;
        var to = over ? deployment.EndedAt!.Value : spans.Values.Select(s => s.End).Append(now).Max();
        var length = Math.Max(1, (to - from).TotalSeconds);
        return new DeploymentTimeline
        {
            Rows = [.. deployment.Stacks.Select(stack => TimelineRow.Of(stack, spans[stack.Name], at => Math.Clamp((at - from).TotalSeconds / length, 0, 1), now, over))],
            Percent = deployment.State == DeploymentState.Succeeded ? 100 : Share(deployment.Stacks, pace ?? 1, now),
            Left = over || pace is null ? null : to - now,
        };
    }

    private static Dictionary<string, Span> Spans(DeploymentView deployment, IReadOnlyDictionary<string, IReadOnlyList<string>> waitsFor, double pace, DateTimeOffset now)
    {
        var spans = new Dictionary<string, Span>(StringComparer.Ordinal);
        var order = deployment.Kind == DeploymentKind.Destroy ? deployment.Stacks.Reverse() : deployment.Stacks;
        foreach (var stack in order)
        {
            var before = waitsFor.GetValueOrDefault(stack.Name, []).Select(name => spans.TryGetValue(name, out var span) ? span.End : now).Append(now).Max();
            var start = stack.StartedAt ?? before;
            var end = stack.EndedAt ?? Later(now, start + TimeSpan.FromSeconds(stack.ExpectedSeconds * pace));
            spans[stack.Name] = new Span(start, end);
        }

        return spans;
    }

    /// <summary>Actual against expected seconds of what is done; null where nothing is.</summary>
    private static double? Pace(IReadOnlyList<StackDeploymentView> stacks)
    {
        var done = stacks.Where(s => s is { Phase: StackPhase.Done, StartedAt: not null, EndedAt: not null, ExpectedSeconds: > 0 }).ToList();
        return done.Count == 0 ? null : done.Sum(s => (s.EndedAt! - s.StartedAt!).Value.TotalSeconds) / done.Sum(s => s.ExpectedSeconds);
    }

    private static int Share(IReadOnlyList<StackDeploymentView> stacks, double pace, DateTimeOffset now)
    {
        var all = stacks.Sum(s => Math.Max(1, s.ExpectedSeconds));
        var done = stacks.Sum(s => Math.Max(1, s.ExpectedSeconds) * (s switch
        {
            { Phase: StackPhase.Done } => 1,
            { StartedAt: { } start } => Math.Clamp((now - start).TotalSeconds / Math.Max(1, s.ExpectedSeconds * pace), 0, AlmostDone),
            _ => 0,
        }));
        return all == 0 ? 0 : (int)Math.Floor(100 * done / all);
    }

    private static Dictionary<string, IReadOnlyList<string>> Reversed(IReadOnlyDictionary<string, IReadOnlyList<string>> dependsOn) => dependsOn
        .SelectMany(p => p.Value.Select(on => (On: on, By: p.Key)))
        .GroupBy(p => p.On, p => p.By, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g], StringComparer.Ordinal);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    internal readonly record struct Span(DateTimeOffset Start, DateTimeOffset End);
}
