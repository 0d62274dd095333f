using Portal.Data.Deployments;
using Portal.Domain.Deployments;

namespace Portal.Web.Drawing;

/// <summary>One stack on the axis; places are shares of it, 0 to 1.</summary>
/// <param name="From">Where its bar starts.</param>
/// <param name="Solid">To where it is drawn solid: what has happened.</param>
/// <param name="To">To where it is drawn as expected.</param>
/// <param name="Took">How long it took, or has taken so far; null before it starts.</param>
public sealed record TimelineRow(StackDeploymentView Stack, double From, double Solid, double To, TimeSpan? Took)
{
    internal static TimelineRow Of(StackDeploymentView stack, DeploymentTimeline.Span span, Func<DateTimeOffset, double> place, DateTimeOffset now, bool over)
    {
        var started = stack.StartedAt is not null;
        var solid = !started ? place(span.Start) : stack.EndedAt is { } end ? place(end) : place(now);
        var waits = !started && over;
        return new TimelineRow(
            stack,
            waits ? 1 : place(span.Start),
            waits ? 1 : solid,
            stack.Phase is StackPhase.Failed || over ? solid : place(span.End),
            started ? (stack.EndedAt ?? now) - stack.StartedAt : null);
    }
}
