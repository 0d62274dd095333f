using Portal.Data.Deployments;
using Portal.Domain.Deployments;
using Portal.Worker.Aws;
using Portal.Worker.Aws.CloudFormation;

namespace Portal.Worker.Deployments;

/// <summary>Carries out the commands that change something: its intent is stored already, its outcome is stored before anybody acts on it.</summary>
internal sealed class StackCalls(ShiftStore writes, TimeProvider clock)
{
    /// <summary>A worker that was asleep this long after it stored an intent may have been replaced; it makes no call any more.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(10);

    public async Task<Observation> RunAsync(CloudFormationApi api, Lease lease, DeploymentOrder order, StackCommand.Mutation call, Intent intent, CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(intent.StoredAt) > Oldest)
        {
            await writes.EndAsync(lease, new IntentEnd(intent.Number, IntentOutcome.Refused, null, "Not sent: too long after it was decided."), cancellationToken);
            return new Observation.CallEnded(call.Stack, call.Operation, CallOutcome.Later);
        }

        try
        {
            var made = await new PlannedCalls(order.Folder, $"Signed content {order.Content.Digest.Abbreviated}").RunAsync(api, call, cancellationToken);
            await writes.EndAsync(lease, new IntentEnd(intent.Number, IntentOutcome.Accepted, null, null), cancellationToken);
            return new Observation.CallEnded(call.Stack, call.Operation, CallOutcome.Accepted) { StackId = made?.StackId, ChangeSetId = made?.ChangeSetId };
        }
        catch (AwsException failure)
        {
            var outcome = failure.MayHaveHappened ? IntentOutcome.Unknown : IntentOutcome.Refused;
            await writes.EndAsync(lease, new IntentEnd(intent.Number, outcome, failure.RequestId, failure.Message), cancellationToken);
            return new Observation.CallEnded(call.Stack, call.Operation, failure.ToOutcome()) { Message = failure.Message };
        }
    }
}

/// <summary>A stored intent: its number, and when it was stored by this machine's steady clock.</summary>
internal sealed record Intent(long Number, long StoredAt);
