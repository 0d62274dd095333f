using Portal.Domain.Deployments;

namespace Portal.Tests.Domain.Deployments;

/// <summary>
/// What a worker does with the step function, with trouble at every point: it dies before or after a save or a call, answers get lost, calls and
/// observations arrive twice, and calls of a dead worker arrive late.
/// </summary>
internal sealed class TinyWorker(TinyCloud cloud, Random random, double trouble)
{
    private const int MostSteps = 3000;

    /// <summary>A worker that wakes up later than this after its intent makes no call any more.</summary>
    private static readonly TimeSpan OldestCall = TimeSpan.FromSeconds(10);

    private readonly List<(string Stack, StackOperation Operation, DateTimeOffset At)> undecided = [];
    private readonly List<(StackCommand.Mutation Call, DateTimeOffset Until)> late = [];
    private DeploymentModel saved = null!;

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    /// <summary>When the person asks to stop, counted in steps.</summary>
    public int? CancelAfter { get; init; }

    /// <summary>Change sets made or executed by somebody who knew that it was to stop.</summary>
    public int BegunAfterCancel { get; private set; }

    /// <summary>The deployment as stored when it is over, or when the bound on steps is reached.</summary>
    public DeploymentModel Run(DeploymentModel start)
    {
        (saved, var steps) = (start, 0);
        undecided.Clear();
        while (!saved.IsOver && steps < MostSteps)
        {
            Live(ref steps);
        }

        late.Clear();
        return saved;
    }

    /// <summary>One worker's life: from loading what is stored to its death or the end.</summary>
    private void Live(ref int steps)
    {
        var model = Loaded();
        List<Observation> observations = [];
        while (!saved.IsOver && steps++ < MostSteps)
        {
            Now += TimeSpan.FromSeconds(1);
            model = model with { CancelAsked = CancelAfter < steps };
            var step = DeploymentStep.Next(model, observations, Now);
            BegunAfterCancel += model.CancelAsked ? step.Commands.Count(c => c is StackCommand.CreateChangeSet or StackCommand.ExecuteChangeSet) : 0;
            if (Strikes())
                return;
            Save(step);
            model = step.Model;
            observations = [];
            foreach (var command in step.Commands)
            {
                if (!CarryOut(command, observations))
                    return;
            }

            cloud.Pass();
            ArriveLate();
        }
    }

    private DeploymentModel Loaded() => saved.Stacks.Values.Aggregate(saved, (model, stack) =>
    {
        var stored = stack with { ReadAt = default, Failures = 0, Settling = null, Resolved = null, InDoubt = null };
        var doubt = undecided.LastOrDefault(i => i.Stack == stack.Name);
        return model.With(doubt.Stack is null || !stored.IsActive ? stored : stored with { Phase = StackPhase.Unknown, InDoubt = doubt.Operation, DoubtSince = doubt.At });
    });

    private void Save(StepResult step)
    {
        foreach (var resolved in step.Model.Stacks.Values.Where(s => s.Resolved is not null))
        {
            Decide(resolved.Name, resolved.Resolved!.Value.Operation);
        }

        undecided.AddRange(step.Commands.OfType<StackCommand.Mutation>().Select(m => (m.Stack, m.Operation, Now)));
        saved = step.Model;
    }

    /// <summary>False: the worker died on it.</summary>
    private bool CarryOut(StackCommand command, List<Observation> observations)
    {
        if (Strikes())
        {
            if (command is StackCommand.Mutation sleeping && random.Next(2) == 0)
                late.Add((sleeping, Now + OldestCall));
            return false;
        }

        var seen = command is StackCommand.Mutation call ? Call(call) : Read(command);
        if (Strikes())
            return false;
        if (seen is Observation.CallEnded { Outcome: not CallOutcome.Ambiguous } ended)
            Decide(ended.Stack, ended.Operation);
        observations.AddRange(Enumerable.Repeat(seen, Strikes() && command is not StackCommand.Mutation ? 2 : 1));
        return true;
    }

    private Observation.CallEnded Call(StackCommand.Mutation call)
    {
        if (Strikes())
            return new(call.Stack, call.Operation, CallOutcome.Later) { Message = "Rate exceeded" };
        var ended = cloud.Call(call);
        if (Strikes())
            cloud.Call(call);
        return Strikes() ? new(call.Stack, call.Operation, CallOutcome.Ambiguous) { Message = "connection reset" } : ended;
    }

    private Observation Read(StackCommand command) => command switch
    {
        _ when Strikes() => new Observation.ReadFailed(command.Stack, CallOutcome.Later, "Rate exceeded"),
        StackCommand.DescribeStack look => new Observation.StackSeen(look.Stack, cloud.Describe(look.Target)),
        StackCommand.DescribeChangeSet look => new Observation.ChangeSetSeen(look.Stack, cloud.DescribeChangeSet(look.Target, look.ChangeSet)),
        _ => new Observation.EventsSeen(command.Stack, "event", null),
    };

    private void ArriveLate()
    {
        late.RemoveAll(sleeping => sleeping.Until < Now);
        foreach (var sleeping in late.Where(_ => random.Next(4) == 0).ToList())
        {
            late.Remove(sleeping);
            cloud.Call(sleeping.Call);
        }
    }

    private void Decide(string stack, StackOperation operation) => undecided.RemoveAll(i => i.Stack == stack && i.Operation == operation);

    private bool Strikes() => random.NextDouble() < trouble;
}
