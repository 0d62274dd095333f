using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;
using Portal.Worker.Aws;
using Portal.Worker.Aws.CloudFormation;

namespace Portal.Worker.Deployments;

/// <summary>Carries out the commands that only look.</summary>
internal sealed class StackReads(ShiftStore writes, DeploymentStore deployments)
{
    public async Task<Observation> RunAsync(CloudFormationApi api, Lease lease, DeploymentOrder order, StackCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return command switch
            {
                StackCommand.DescribeStack look => new Observation.StackSeen(look.Stack, (await api.DescribeStackAsync(look.Target, cancellationToken))?.ToReading()),
                StackCommand.DescribeChangeSet look => new Observation.ChangeSetSeen(look.Stack, (await api.DescribeChangeSetAsync(look.Target, look.ChangeSet, cancellationToken))?.ToReading()),
                StackCommand.ReadEvents look => await EventsAsync(api, lease, order, look, cancellationToken),
                _ => throw new InvalidOperationException($"{command.GetType().Name} does not only look."),
            };
        }
        catch (AwsException failure)
        {
            return new Observation.ReadFailed(command.Stack, failure.ToOutcome(), failure.Message);
        }
    }

    /// <summary>Newest first until one that is known, stored oldest first.</summary>
    private async Task<Observation> EventsAsync(CloudFormationApi api, Lease lease, DeploymentOrder order, StackCommand.ReadEvents look, CancellationToken cancellationToken)
    {
        var region = order.Folder.Plan.Stacks.Single(s => s.Name == look.Stack).Region;
        var rows = new List<EventRow>();
        await foreach (var entry in api.EventsAsync(look.StackId, look.LastEventId, cancellationToken))
        {
            rows.Add(entry.ToRow(order.EnvironmentId, region));
        }

        rows.Reverse();
        if (rows.Count > 0)
        {
            await writes.AppendAsync(lease, order.EnvironmentId, look.Stack, rows, cancellationToken);
        }

        return new Observation.EventsSeen(look.Stack, rows.LastOrDefault()?.EventId, await deployments.FirstFailureAsync(order.Id, look.Stack, cancellationToken));
    }
}
