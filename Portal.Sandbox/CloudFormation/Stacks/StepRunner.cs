using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Control;
using Portal.Sandbox.Resources;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>Takes one step from waiting to done, with the resource's statuses and events on the way.</summary>
public sealed class StepRunner(StackTables tables, StackEvaluation evaluation, ServiceRules rules, FaultScript faults, SandboxClock clock, Scheduler scheduler)
{
    private const string NeedsReplacement = "Requested update requires the creation of a new physical resource; hence creating one.";
    private static readonly TimeSpan UntilRefused = TimeSpan.FromSeconds(1);

    /// <summary>The share of the time after which a resource has its id.</summary>
    private const double InitiatedAfter = 0.2;

    public void Start(StackState stack, Step step)
    {
        switch (step.Action)
        {
            case StepAction.Apply: StartApply(stack, step); break;
            case StepAction.Delete: StartDelete(stack, step); break;
            case StepAction.Revert: StartRevert(stack, step); break;
            default: throw new InvalidOperationException($"{step.Key} cannot start as {step.Action}");
        }
    }

    /// <summary>Its time has come: the next stage, or the end.</summary>
    public void Continue(StackState stack, Step step)
    {
        if (step.Stage == StepStage.Started && step.Action is StepAction.Create or StepAction.Replace && !step.IsRefused) Initiate(stack, step);
        else if (step.Failure is { } reason) Fail(stack, step, reason);
        else Complete(stack, step);
    }

    /// <summary>Something else failed: what is still under way ends here.</summary>
    public void CancelMoving(StackState stack)
    {
        foreach (var step in tables.Steps.In(stack.Id).Where(s => s.IsMoving).ToList())
            Fail(stack, step, step.Action == StepAction.Create ? "Resource creation cancelled" : "Resource update cancelled");
    }

    public void SkipRevert(StackState stack, Step step)
    {
        tables.SetStatus(stack, step.Before!, StackStatus.UpdateComplete, null);
        Put(stack, step with { Stage = StepStage.Done, Failure = null });
    }

    private void StartApply(StackState stack, Step step)
    {
        var template = Template.Parse(stack.Input!.Template);
        var existing = tables.Resources.Find(stack.Id, step.LogicalId);
        var decision = ApplyDecision.Of(stack, step.LogicalId, template, evaluation.Of(stack, stack.Input, template), existing);
        var wanted = decision.Wanted;
        if (decision.ChangesNothing)
        {
            tables.Resources.Put(stack.Id, step.LogicalId, wanted with { Status = existing!.Status, UpdatedAt = existing.UpdatedAt, Reason = existing.Reason });
            Put(stack, step with { Stage = StepStage.Done });
            return;
        }

        var creates = decision.Action == StepAction.Create;
        var refusal = decision.Refusal ?? rules.Refusal(stack, wanted) ?? StackPolicy.Denial(stack, decision) ?? NameTaken(stack, decision);
        tables.SetStatus(stack, wanted, creates ? StackStatus.CreateInProgress : StackStatus.UpdateInProgress, decision.Action == StepAction.Replace && refusal is null ? NeedsReplacement : null);
        var operation = decision.Action == StepAction.Update ? ResourceOperation.Update : ResourceOperation.Create;
        var started = step with { Action = decision.Action, Before = decision.Before, IsRefused = refusal is not null, Failure = refusal ?? faults.ResourceFailure(stack, wanted, operation) };
        var takes = refusal is not null ? UntilRefused
            : faults.IsStuck(stack, wanted, operation) ? Timeout.InfiniteTimeSpan
            : ProvisioningTimes.For(operation, wanted.Type, wanted.PropertyNode, decision.Before?.PropertyNode, wanted.Identity(stack));
        Schedule(stack, started, takes, staged: refusal is null && operation == ResourceOperation.Create);
    }

    private void StartDelete(StackState stack, Step step)
    {
        var resource = step.Before ?? tables.Resources.Find(stack.Id, step.LogicalId)!;
        if (Stays(stack.Operation!, resource, isOld: step.Before is not null))
        {
            Report(stack, step, resource, StackStatus.DeleteSkipped, null);
            Put(stack, step with { Stage = StepStage.Done });
        }
        else if (resource.PhysicalId is null)
        {
            Report(stack, step, resource, StackStatus.DeleteComplete, null);
            Put(stack, step with { Stage = StepStage.Done });
        }
        else
        {
            Report(stack, step, resource, StackStatus.DeleteInProgress, null);
            var takes = ProvisioningTimes.For(ResourceOperation.Delete, resource.Type, resource.PropertyNode, null, resource.Identity(stack));
            Schedule(stack, step with { Failure = rules.DeletionRefusal(stack, resource) ?? faults.ResourceFailure(stack, resource, ResourceOperation.Delete) }, takes, staged: false);
        }
    }

    private void StartRevert(StackState stack, Step step)
    {
        var before = step.Before!;
        var now = tables.Resources.Find(stack.Id, step.LogicalId) ?? before;
        tables.SetStatus(stack, now with { Properties = before.Properties }, StackStatus.UpdateInProgress, null);
        var takes = ProvisioningTimes.For(ResourceOperation.Update, before.Type, before.PropertyNode, now.PropertyNode, before.Identity(stack));
        Schedule(stack, step with { Failure = faults.ResourceFailure(stack, before, ResourceOperation.Update) }, takes, staged: false);
    }

    private void Initiate(StackState stack, Step step)
    {
        var resource = tables.Resources.Find(stack.Id, step.LogicalId)!;
        var id = new ResourceValueSource(resource.Type, resource.Identity(stack), resource.PropertyNode).PhysicalId();
        tables.SetStatus(stack, resource with { PhysicalId = id }, resource.Status, "Resource creation Initiated");
        Put(stack, step with { Stage = StepStage.Initiated, Due = step.Ends });
    }

    private void Complete(StackState stack, Step step)
    {
        var resource = step.Action == StepAction.Revert || step is { Action: StepAction.Delete, Before: not null } ? step.Before! : tables.Resources.Find(stack.Id, step.LogicalId)!;
        var status = step.Action switch
        {
            StepAction.Create => StackStatus.CreateComplete,
            StepAction.Delete => StackStatus.DeleteComplete,
            _ => StackStatus.UpdateComplete,
        };
        Report(stack, step, resource, status, null);
        Put(stack, step with { Stage = StepStage.Done, Due = null });
    }

    private void Fail(StackState stack, Step step, string reason)
    {
        var resource = step is { Action: StepAction.Delete, Before: not null } ? step.Before! : tables.Resources.Find(stack.Id, step.LogicalId)!;
        var status = step.Action switch
        {
            StepAction.Create => StackStatus.CreateFailed,
            StepAction.Delete => StackStatus.DeleteFailed,
            _ => StackStatus.UpdateFailed,
        };
        Report(stack, step, resource, status, reason);
        Put(stack, step with { Stage = StepStage.Failed, Due = null, Failure = reason });
    }

    /// <summary>The old half of a replacement is no row any more: it only has events.</summary>
    private void Report(StackState stack, Step step, ResourceState resource, string status, string? reason)
    {
        if (step is { Action: StepAction.Delete, Before: not null }) tables.Report(stack, resource with { Status = status, Reason = reason });
        else tables.SetStatus(stack, resource, status, reason);
    }

    private static bool Stays(StackOperation operation, ResourceState resource, bool isOld) =>
        operation.Retain.Contains(resource.LogicalId) || (isOld && operation.Phase == OperationPhase.Cleanup ? resource.UpdateReplacePolicy : resource.DeletionPolicy) switch
        {
            "Retain" => true,
            "RetainExceptOnCreate" => operation.Phase is OperationPhase.Delete or OperationPhase.Cleanup,
            _ => false,
        };

    private string? NameTaken(StackState stack, ApplyDecision decision)
    {
        if (decision.Action is not (StepAction.Create or StepAction.Replace)) return null;
        var wanted = decision.Wanted;
        var id = new ResourceValueSource(wanted.Type, wanted.Identity(stack), wanted.PropertyNode).PhysicalId();
        if (decision.Before?.PhysicalId == id) return $"CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename {id} and update the stack again.";
        return rules.NameTaken(stack, wanted, id);
    }

    private void Schedule(StackState stack, Step step, TimeSpan takes, bool staged)
    {
        var now = tables.Now;
        var ends = takes == Timeout.InfiniteTimeSpan ? Step.Never : now + takes / clock.Speed;
        Put(stack, step with { Stage = StepStage.Started, Due = !staged ? ends : ends == Step.Never ? now : now + takes * InitiatedAfter / clock.Speed, Ends = ends });
    }

    public void Put(StackState stack, Step step)
    {
        tables.Steps.Put(stack.Id, step.Key, step);
        if (step.IsMoving && step.Due is { } due) scheduler.Add(new DueTimer(StackEngine.StepTimer, stack.Id, step.Key, due));
    }
}
