using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>What follows when a phase has ended, well or badly.</summary>
public sealed partial class StackEngine
{
    private void EndPhase(StackState stack, StackOperation operation)
    {
        var failed = tables.Steps.In(stack.Id).Where(s => s.Stage == StepStage.Failed).Select(s => s.LogicalId).ToList();
        switch (operation.Phase)
        {
            case OperationPhase.Apply: Applied(stack, operation); break;
            case OperationPhase.Rollback when failed.Count > 0: End(stack, StackStatus.RollbackFailed, FailedTo("delete", failed)); break;
            case OperationPhase.Rollback: End(stack, StackStatus.RollbackComplete, null); break;
            case OperationPhase.Cleanup: End(stack, StackStatus.UpdateComplete, null); break;
            case OperationPhase.Revert when failed.Count > 0: End(stack, StackStatus.UpdateRollbackFailed, FailedTo("update", failed), keep: true); break;
            case OperationPhase.Revert: StartRevertCleanup(stack, operation); break;
            case OperationPhase.RevertCleanup: End(stack, StackStatus.UpdateRollbackComplete, null); break;
            case OperationPhase.Delete when failed.Count > 0: End(stack, StackStatus.DeleteFailed, FailedTo("delete", failed)); break;
            default: End(stack with { Deleted = tables.Now }, StackStatus.DeleteComplete, null); break;
        }
    }

    private void Applied(StackState stack, StackOperation operation)
    {
        var template = Template.Parse(stack.Input!.Template);
        StackState finished;
        try
        {
            finished = stack with { Description = template.Description, Outputs = StackOutputs.Of(template, evaluation.Of(stack, stack.Input, template)) };
        }
        catch (AwsException e)
        {
            OnFailure(stack, e.Message);
            return;
        }

        if (operation.Kind == OperationKind.Create)
        {
            End(finished, StackStatus.CreateComplete, null);
            return;
        }

        var steps = tables.Steps.In(stack.Id).ToList();
        var wanted = steps.Select(s => s.LogicalId).ToHashSet();
        foreach (var removed in Living(stack.Id).Where(r => !wanted.Contains(r.LogicalId)))
        {
            if (StackPolicy.Denial(stack.Policy, "Update:Delete", removed) is not { } denied) continue;
            tables.SetStatus(stack, removed, StackStatus.UpdateFailed, denied);
            OnFailure(stack, FailedTo("update", [removed.LogicalId]));
            return;
        }

        var cleaning = tables.SetStatus(finished with { Operation = operation with { Phase = OperationPhase.Cleanup } }, StackStatus.UpdateCleanup, null);
        Begin(cleaning, OperationPhases.Delete(Living(stack.Id).Where(r => !wanted.Contains(r.LogicalId)))
            .Concat(OperationPhases.DeleteOld(steps.Where(s => s is { Action: StepAction.Replace, Before: not null }).Select(s => s.Before!))));
    }

    private void OnFailure(StackState stack, string? reason = null)
    {
        var operation = stack.Operation!;
        var failed = tables.Steps.In(stack.Id).Where(s => s.Stage == StepStage.Failed).ToList();
        var create = operation.Kind == OperationKind.Create;
        var why = reason ?? (create ? FailedTo("create", failed.Select(s => s.LogicalId))
            : string.Concat(Verbs(failed).Select(v => FailedTo(v.Key, v.Select(s => s.LogicalId)))));
        if (stack.DisableRollback || stack.OnFailure == "DO_NOTHING")
        {
            End(stack, create ? StackStatus.CreateFailed : StackStatus.UpdateFailed, why, keep: true);
        }
        else if (create && stack.OnFailure == "DELETE")
        {
            Delete(tables.SetStatus(stack with { Operation = null }, StackStatus.CreateFailed, why), operation.Token, []);
        }
        else if (create)
        {
            var rolling = tables.SetStatus(stack with { Operation = operation with { Phase = OperationPhase.Rollback } }, StackStatus.RollbackInProgress, why + "Rollback requested by user.");
            Begin(rolling, OperationPhases.Delete(Living(stack.Id)));
        }
        else
        {
            StartRevert(stack, why);
        }
    }

    private void StartRevert(StackState stack, string reason)
    {
        var applied = tables.Steps.In(stack.Id).ToList();
        var operation = stack.Operation! with
        {
            Phase = OperationPhase.Revert,
            Added = [.. applied.Where(s => s.Action == StepAction.Create).Select(s => s.LogicalId)],
            NewHalves = [.. applied.Where(s => s.Action == StepAction.Replace).Select(s => tables.Resources.Find(stack.Id, s.LogicalId)!)
                .Where(r => r.PhysicalId != applied.First(s => s.LogicalId == r.LogicalId).Before!.PhysicalId)],
        };
        Begin(tables.SetStatus(stack with { Operation = operation }, StackStatus.UpdateRollbackInProgress, reason), OperationPhases.Revert(applied));
    }

    private void StartRevertCleanup(StackState stack, StackOperation operation)
    {
        var cleaning = stack with { Input = operation.Before, Outputs = operation.OutputsBefore, Operation = operation with { Phase = OperationPhase.RevertCleanup } };
        Begin(tables.SetStatus(cleaning, StackStatus.UpdateRollbackCleanup, null),
            OperationPhases.Delete(Living(stack.Id).Where(r => operation.Added.Contains(r.LogicalId))).Concat(OperationPhases.DeleteOld(operation.NewHalves)));
    }

    private void End(StackState stack, string status, string? reason, bool keep = false)
    {
        var ended = tables.SetStatus(stack, status, reason);
        if (!keep)
        {
            foreach (var step in tables.Steps.In(stack.Id).ToList()) tables.Steps.Remove(stack.Id, step.Key);
            ended = ended with { Operation = null };
            tables.Put(ended);
        }

        Ended?.Invoke(ended);
    }

    private List<ResourceState> Living(string stackId) =>
        [.. tables.Resources.In(stackId).Where(r => r.Status is not (StackStatus.DeleteComplete or StackStatus.DeleteSkipped))];

    private static IEnumerable<IGrouping<string, Step>> Verbs(IEnumerable<Step> failed) => failed.GroupBy(s => s.Action == StepAction.Create ? "create" : "update");

    private static string FailedTo(string verb, IEnumerable<string> logicalIds) => $"The following resource(s) failed to {verb}: [{string.Join(", ", logicalIds)}]. ";
}
