using System.Collections.Immutable;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;
using Portal.Worker.Aws;
using Portal.Worker.Deployments;

namespace Portal.Tests.Worker.Deployments;

/// <summary>
/// The worker's engine and calls without its database, for many plans in little time: a step of <see cref="DeploymentStep"/>, its commands over the wire, again.
/// Its clock goes a second with each step, so that no step waits.
/// </summary>
internal sealed class BareWorker(AwsClients aws, PlanFolder folder)
{
    private const int MostSteps = 4000;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly PlannedCalls calls = new(folder, "for a test");
    private readonly HashSet<string> ownChangeSets = [];
    private Dictionary<string, StackModel> known = [];

    public async Task<DeploymentModel> RunAsync(DeploymentKind kind)
    {
        var now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        var model = await StartAsync(kind);
        IReadOnlyList<Observation> seen = [];
        for (var steps = 0; !model.IsOver && steps < MostSteps; steps++)
        {
            var step = DeploymentStep.Next(model, seen, now += Step);
            model = step.Model;
            seen = await CarryOutAsync(step.Commands);
        }

        known = model.Stacks.Values.ToDictionary(stack => stack.Name);
        return model;
    }

    private async Task<DeploymentModel> StartAsync(DeploymentKind kind)
    {
        var id = new DeploymentId(Guid.CreateVersion7());
        ownChangeSets.Add(DeploymentNames.ChangeSet(id, 1));
        var graph = StackGraph.Of(folder.Plan.Stacks).Expect();
        return new DeploymentModel
        {
            Id = id,
            Kind = kind,
            Attempt = 1,
            Graph = graph,
            Stacks = graph.InOrder.Select((plan, position) => New(plan, position)).ToImmutableSortedDictionary(stack => stack.Position, stack => stack),
            OwnChangeSets = ownChangeSets,
            Images = kind == DeploymentKind.Create ? await ImagesAsync() : new Dictionary<string, string>(),
            PollEvery = Step,
        };
    }

    private StackModel New(StackPlan plan, int position) => new() { Plan = plan, Position = position, StackId = known.GetValueOrDefault(plan.Name)?.StackId, Outputs = known.GetValueOrDefault(plan.Name)?.Outputs ?? new Dictionary<string, string>() };

    private async Task<Dictionary<string, string>> ImagesAsync()
    {
        var images = new Dictionary<string, string>();
        foreach (var (account, region, path) in ImageParameter.In(folder.Plan))
            images[ImageParameter.Key(region, path)] = (await aws.For(new AwsTarget(account, region)).Images.ResolveAsync(path, None))!;
        return images;
    }

    private async Task<IReadOnlyList<Observation>> CarryOutAsync(IReadOnlyList<StackCommand> commands)
    {
        var stacks = commands.GroupBy(command => command.Stack).Select(async own =>
        {
            var seen = new List<Observation>();
            foreach (var command in own)
                seen.Add(await CarryOutAsync(command));
            return seen;
        }).ToList();
        return [.. (await Task.WhenAll(stacks)).SelectMany(each => each)];
    }

    private async Task<Observation> CarryOutAsync(StackCommand command)
    {
        var plan = folder.Plan.Stacks.Single(stack => stack.Name == command.Stack);
        var api = aws.For(new AwsTarget(plan.Account, plan.Region)).CloudFormation;
        try
        {
            switch (command)
            {
                case StackCommand.DescribeStack look:
                    return new Observation.StackSeen(look.Stack, (await api.DescribeStackAsync(look.Target, None))?.ToReading());
                case StackCommand.DescribeChangeSet look:
                    return new Observation.ChangeSetSeen(look.Stack, (await api.DescribeChangeSetAsync(look.Target, look.ChangeSet, None))?.ToReading());
                case StackCommand.ReadEvents look:
                    return new Observation.EventsSeen(look.Stack, look.LastEventId, await FirstFailureAsync(api, look));
                default:
                    var call = (StackCommand.Mutation)command;
                    var made = await calls.RunAsync(api, call, None);
                    return new Observation.CallEnded(call.Stack, call.Operation, CallOutcome.Accepted) { StackId = made?.StackId, ChangeSetId = made?.ChangeSetId };
            }
        }
        catch (AwsException failure)
        {
            return command is StackCommand.Mutation call
                ? new Observation.CallEnded(call.Stack, call.Operation, failure.ToOutcome()) { Message = failure.Message }
                : new Observation.ReadFailed(command.Stack, failure.ToOutcome(), failure.Message);
        }
    }

    private static async Task<FailedResource?> FirstFailureAsync(Portal.Worker.Aws.CloudFormation.CloudFormationApi api, StackCommand.ReadEvents look)
    {
        FailedResource? first = null;
        await foreach (var entry in api.EventsAsync(look.StackId, (string?)null, None))
        {
            if (!entry.IsOfStack && entry.Status.EndsWith("_FAILED", StringComparison.Ordinal))
                first = new FailedResource(entry.LogicalId ?? "", entry.ResourceType ?? "", entry.Status, entry.Reason ?? "");
        }

        return first;
    }
}
