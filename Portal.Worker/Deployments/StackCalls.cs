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
            var made = await CallAsync(api, order, call, cancellationToken);
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

    private static async Task<ChangeSetIds?> CallAsync(CloudFormationApi api, DeploymentOrder order, StackCommand.Mutation call, CancellationToken cancellationToken)
    {
        switch (call)
        {
            case StackCommand.CreateChangeSet make:
                return await api.CreateChangeSetAsync(ChangeSetOf(order, make), cancellationToken);
            case StackCommand.ExecuteChangeSet execute:
                await api.ExecuteChangeSetAsync(execute.Target, execute.ChangeSet, execute.Token, cancellationToken);
                break;
            case StackCommand.DeleteChangeSet drop:
                await api.DeleteChangeSetAsync(drop.Target, drop.ChangeSet, cancellationToken);
                break;
            case StackCommand.SetStackPolicy policy:
                await api.SetStackPolicyAsync(policy.Target, StackPolicies.KeepData, cancellationToken);
                break;
            case StackCommand.ProtectStack or StackCommand.UnprotectStack:
                await api.SetTerminationProtectionAsync(call.Target, call is StackCommand.ProtectStack, cancellationToken);
                break;
            case StackCommand.UnlockStack unlock:
                await UnlockAsync(api, order, unlock, cancellationToken);
                break;
            case StackCommand.DeleteStack delete:
                await api.DeleteStackAsync(delete.Target, delete.Token, cancellationToken);
                break;
        }

        return null;
    }

    /// <summary>The template that stands, every value as it is, one switched off.</summary>
    private static Task UnlockAsync(CloudFormationApi api, DeploymentOrder order, StackCommand.UnlockStack unlock, CancellationToken cancellationToken)
    {
        var plan = order.Folder.Plan.Stacks.Single(s => s.Name == unlock.Stack);
        var update = new ParameterUpdate
        {
            Stack = unlock.Target,
            Token = unlock.Token,
            Changed = new Dictionary<string, string> { [unlock.Parameter] = "false" },
            Kept = [.. plan.Parameters.Keys.Where(key => key != unlock.Parameter)],
            Capabilities = plan.Capabilities,
        };
        return api.UpdateParametersAsync(update, cancellationToken);
    }

    /// <summary>The signed bytes, as they are stored; the worker renders nothing.</summary>
    private static NewChangeSet ChangeSetOf(DeploymentOrder order, StackCommand.CreateChangeSet make)
    {
        var plan = order.Folder.Plan.Stacks.Single(s => s.Name == make.Stack);
        return new NewChangeSet
        {
            Stack = make.Target,
            Type = ChangeSetType.Create,
            Name = make.Name,
            Token = make.Token,
            TemplateBody = order.Folder.Template(plan),
            Parameters = make.Parameters,
            Tags = plan.Tags,
            Capabilities = [.. plan.Capabilities],
            Description = $"Signed content {order.Content.Digest.Abbreviated}",
        };
    }
}

/// <summary>A stored intent: its number, and when it was stored by this machine's steady clock.</summary>
internal sealed record Intent(long Number, long StoredAt);
