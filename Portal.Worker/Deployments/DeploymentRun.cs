using Microsoft.Extensions.Logging;
using Portal.Data.Deployments;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;
using Portal.Worker.Aws;
using Portal.Worker.Hosting;

namespace Portal.Worker.Deployments;

/// <summary>One deployment during one shift: look, step, store, call, again.</summary>
internal sealed partial class DeploymentRun(AwsClients aws, DeploymentStore deployments, ShiftStore writes, DeploymentStart start, StackReads reads, StackCalls calls, WorkerSettings settings, TimeProvider clock, ILogger<DeploymentRun> log)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    /// <param name="lease">The shift's right to write.</param>
    /// <param name="id">Which deployment.</param>
    /// <param name="stop">Ends it between two steps; what was begun is saved.</param>
    /// <param name="cancellationToken">Ends it at once, in the middle of a call.</param>
    public async Task RunAsync(Lease lease, DeploymentId id, CancellationToken stop, CancellationToken cancellationToken)
    {
        var order = await deployments.OrderAsync(id, cancellationToken);
        if (order.State == DeploymentState.Queued && !await start.BeginAsync(lease, order, cancellationToken))
        {
            return;
        }

        var model = await deployments.ModelAsync(order, settings.Poll, cancellationToken);
        IReadOnlyList<Observation> observations = [];
        while (!stop.IsCancellationRequested && !model.IsOver)
        {
            model = model with { CancelAsked = await deployments.CancelAskedAsync(id, cancellationToken) };
            var step = DeploymentStep.Next(model, observations, clock.GetUtcNow());
            var intents = await SaveAsync(lease, order, model, step, cancellationToken);
            model = step.Model;
            observations = await CarryOutAsync(lease, order, step.Commands, intents, cancellationToken);
            if (observations.Count == 0 && !model.IsOver)
            {
                await PauseAsync(model, stop);
            }
        }

        if (model.IsOver)
        {
            Ended(log, id, order.Kind, model.State, model.FirstCause);
        }
    }

    private async Task<Dictionary<StackCommand, Intent>> SaveAsync(Lease lease, DeploymentOrder order, DeploymentModel before, StepResult step, CancellationToken cancellationToken)
    {
        var mutations = step.Commands.OfType<StackCommand.Mutation>().ToList();
        var intents = mutations.Select(m => new NewIntent(m.Stack, m.Operation, m.Token, order.Content.Digest)).ToList();
        var storedAt = clock.GetTimestamp();
        var numbers = await writes.SaveAsync(lease, before, step.Model, intents, cancellationToken);
        return mutations.Zip(numbers).ToDictionary(pair => (StackCommand)pair.First, pair => new Intent(pair.Second, storedAt));
    }

    /// <summary>Stacks side by side, the commands of one stack in their order.</summary>
    private async Task<IReadOnlyList<Observation>> CarryOutAsync(Lease lease, DeploymentOrder order, IReadOnlyList<StackCommand> commands, Dictionary<StackCommand, Intent> intents, CancellationToken cancellationToken)
    {
        var stacks = commands.GroupBy(c => c.Stack, async (_, own) =>
        {
            var seen = new List<Observation>();
            foreach (var command in own)
            {
                var plan = order.Folder.Plan.Stacks.Single(s => s.Name == command.Stack);
                var api = aws.For(new AwsTarget(plan.Account, plan.Region), order.Team).CloudFormation;
                seen.Add(command is StackCommand.Mutation mutation
                    ? await calls.RunAsync(api, lease, order, mutation, intents[command], cancellationToken)
                    : await reads.RunAsync(api, lease, order, command, cancellationToken));
            }

            return seen;
        }).ToList();
        return [.. (await Task.WhenAll(stacks)).SelectMany(s => s)];
    }

    private async Task PauseAsync(DeploymentModel model, CancellationToken stop)
    {
        var next = model.Stacks.Values.Where(s => s.IsActive).Select(s => s.ReadAt - clock.GetUtcNow()).DefaultIfEmpty(settings.Poll).Min();
        var pause = TimeSpan.FromTicks(Math.Clamp(next.Ticks, ShortestPause.Ticks, TimeSpan.FromSeconds(5).Ticks));
        await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(LogLevel.Information, "Deployment {Deployment} ({Kind}) ended: {State}. {Cause}")]
    private static partial void Ended(ILogger logger, DeploymentId deployment, DeploymentKind kind, DeploymentState state, string? cause);
}
