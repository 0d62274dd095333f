using System.Collections.Immutable;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Deployments;

/// <summary>What a step leaves behind and what it wants done. The commands of one step are all carried out before the next step.</summary>
public sealed record StepResult(DeploymentModel Model, IReadOnlyList<StackCommand> Commands);

/// <summary>
/// The deployment engine's core: a pure function from state and observations to the next state and commands. It reads before it acts, so
/// it does not matter who began, where they stopped, or how often an observation arrives.
/// </summary>
public static class DeploymentStep
{
    public static StepResult Next(DeploymentModel model, IReadOnlyList<Observation> observations, DateTimeOffset now)
    {
        if (model.IsOver)
            return new(model, []);

        var commands = new List<StackCommand>();
        var next = Settled(model);
        // Events first: what settles a stack in this step needs a sweep that began after it.
        foreach (var observation in observations.OrderBy(o => o is Observation.EventsSeen ? 0 : 1))
        {
            var turn = StackWalk.Take(next, next.Find(observation.Stack), observation, now);
            next = Access(next, observation, now).With(turn.Stack);
            commands.AddRange(turn.Commands);
        }

        next = GiveUp(Start(next, now), now);
        commands.AddRange(Reads(next, commands, now));
        next = Conclusion.Of(next with { Stacks = Scheduled(next, commands, now) });
        return new(next, next.IsOver ? [] : commands);
    }

    private static DeploymentModel Settled(DeploymentModel model) =>
        model.Stacks.Values.Where(s => s.Resolved is not null).Aggregate(model, (m, s) => m.With(s with { Resolved = null }));

    /// <summary>Without valid credentials the deployment waits for a person; the first answer ends that.</summary>
    private static DeploymentModel Access(DeploymentModel model, Observation observation, DateTimeOffset now) => observation switch
    {
        Observation.CallEnded { Outcome: CallOutcome.Denied } call => Parked(model, observation.Stack, call.Message),
        Observation.ReadFailed { Outcome: CallOutcome.Denied } read => Parked(model, observation.Stack, read.Message),
        Observation.ReadFailed => model,
        _ when model.Waiting is not null => model.Stacks.Values.Where(s => s.IsActive).Aggregate(model, (m, s) => m.With(s with { PhaseSince = now })) with { Waiting = null, State = DeploymentState.Running },
        _ => model,
    };

    private static DeploymentModel Parked(DeploymentModel model, string stack, string? message)
    {
        var plan = model.Find(stack).Plan;
        return model with
        {
            State = DeploymentState.Waiting,
            Waiting = new WaitingFor("credentials", $"AWS denies the portal access to account {plan.Account} in {plan.Region} ({message}). Restore the portal's role there; the deployment then goes on by itself."),
        };
    }

    private static DeploymentModel Start(DeploymentModel model, DateTimeOffset now)
    {
        if (model.IsHalting)
            return model;
        var done = model.Stacks.Values.Where(s => s.Phase == StackPhase.Done).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var left = model.Stacks.Values.Select(s => s.Name).Where(name => !done.Contains(name)).ToHashSet(StringComparer.Ordinal);
        var up = model.Kind == DeploymentKind.Create;
        var ready = (up ? model.Graph.Ready(done) : model.Graph.Removable(left)).Select(plan => model.Find(plan.Name)).Where(s => s.Phase == StackPhase.Pending);
        return ready.Aggregate(model, (m, s) => m.With((s with { StartedAt = s.StartedAt ?? now, ReadAt = now }).MoveTo(up ? StackPhase.Preparing : StackPhase.Unprotecting, now)));
    }

    private static DeploymentModel GiveUp(DeploymentModel model, DateTimeOffset now) => model.Waiting is not null
        ? model
        : model.Stacks.Values.Where(s => WaitBounds.Exceeded(s, now)).Aggregate(model, (m, s) => m.With((s with { Cause = s.Cause ?? WaitBounds.Cause(s) }).Finish(StackPhase.Failed, now)));

    private static List<StackCommand> Reads(DeploymentModel model, List<StackCommand> commands, DateTimeOffset now)
    {
        var busy = commands.Select(c => c.Stack).ToHashSet(StringComparer.Ordinal);
        return [.. model.Stacks.Values.Where(s => s.IsActive && s.ReadAt <= now && !busy.Contains(s.Name)).SelectMany(s => StackWalk.Reads(model, s))];
    }

    /// <summary>A crash between two steps leaves the next look due at once; otherwise it waits its turn.</summary>
    private static ImmutableSortedDictionary<int, StackModel> Scheduled(DeploymentModel model, List<StackCommand> commands, DateTimeOffset now)
    {
        var asked = commands.Select(c => c.Stack).ToHashSet(StringComparer.Ordinal);
        return model.Stacks.SetItems(model.Stacks.Where(s => asked.Contains(s.Value.Name) && s.Value.ReadAt <= now).Select(s => KeyValuePair.Create(s.Key, s.Value with { ReadAt = now + model.PollEvery })));
    }
}
