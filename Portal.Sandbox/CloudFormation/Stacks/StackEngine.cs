using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Control;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>Moves stacks: starts the steps of a phase as their turn comes, and the next phase when none is left.</summary>
public sealed class StackEngine
{
    public const string StepTimer = "step";

    private readonly StackTables tables;
    private readonly StackEvaluation evaluation;
    private readonly StepRunner runner;
    private readonly Scheduler scheduler;
    private readonly SandboxClock clock;

    public StackEngine(StackTables tables, StackEvaluation evaluation, StepRunner runner, Scheduler scheduler, SandboxClock clock)
    {
        (this.tables, this.evaluation, this.runner, this.scheduler, this.clock) = (tables, evaluation, runner, scheduler, clock);
        scheduler.Handle(StepTimer, OnTimer);
    }

    /// <summary>Called when an operation begins: what was planned for the stack before no longer fits.</summary>
    public event Action<StackState>? Started;

    /// <summary>Called when an operation has ended, with the stack as it is then.</summary>
    public event Action<StackState>? Ended;

    /// <summary>After a restart: what was under way goes on.</summary>
    public void Resume()
    {
        foreach (var stack in tables.Stacks.All.Where(s => s.Operation is not null))
        {
            foreach (var step in tables.Steps.In(stack.Id).Where(s => s.IsMoving)) scheduler.Add(new DueTimer(StepTimer, stack.Id, step.Key, step.Due!.Value));
        }
    }

    /// <summary>What is left of everything under way is stretched or squeezed.</summary>
    public void ChangeSpeed(double speed)
    {
        var (now, factor) = (tables.Now, clock.Speed / speed);
        clock.Speed = speed;
        DateTimeOffset? Scaled(DateTimeOffset? due) => due > now ? now + (due.Value - now) * factor : due;
        foreach (var stack in tables.Stacks.All.Where(s => s.Operation is not null).ToList())
        {
            foreach (var step in tables.Steps.In(stack.Id).Where(s => s.IsMoving).ToList())
                runner.Put(stack, step with { Due = Scaled(step.Due), Ends = Scaled(step.Ends) });
        }
    }

    public void Create(StackState stack, string? token) =>
        Apply(stack with { Operation = New(OperationKind.Create, OperationPhase.Apply, token) }, StackStatus.CreateInProgress);

    public void Update(StackState stack, StackInput before, string? token) =>
        Apply(stack with { Updated = tables.Now, Operation = New(OperationKind.Update, OperationPhase.Apply, token) with { Before = before, OutputsBefore = stack.Outputs } }, StackStatus.UpdateInProgress);

    public void Delete(StackState stack, string? token, IReadOnlyList<string> retain)
    {
        var operation = New(OperationKind.Delete, OperationPhase.Delete, token) with { Retain = retain };
        var started = tables.SetStatus(stack with { Operation = operation }, StackStatus.DeleteInProgress, "User Initiated");
        Started?.Invoke(started);
        Begin(started, OperationPhases.Delete(Living(stack.Id)));
    }

    /// <summary>An update given up by its caller: as a failure without a failed resource.</summary>
    public void CancelUpdate(StackState stack)
    {
        runner.CancelMoving(stack);
        StartRevert(stack, "User Initiated");
    }

    public void ContinueRollback(StackState stack, string? token, IReadOnlyList<string> skip)
    {
        var operation = (stack.Operation ?? New(OperationKind.Update, OperationPhase.Revert, token)) with { Phase = OperationPhase.Revert, Token = token };
        var started = tables.SetStatus(stack with { Operation = operation }, StackStatus.UpdateRollbackInProgress, "User Initiated");
        foreach (var step in tables.Steps.In(stack.Id).Where(s => s.Stage == StepStage.Failed).ToList())
        {
            if (skip.Contains(step.LogicalId)) runner.SkipRevert(started, step);
            else tables.Steps.Put(stack.Id, step.Key, step with { Stage = StepStage.Waiting, Failure = null, Due = null });
        }

        Advance(started.Id);
    }

    /// <summary>The old resources of a stack whose rollback was switched off go back to what they were.</summary>
    public void Rollback(StackState stack, string? token)
    {
        var moving = stack with { Operation = stack.Operation! with { Token = token } };
        tables.Put(moving);
        if (moving.Operation.Kind == OperationKind.Create) Delete(moving, token, []);
        else StartRevert(moving, "User Initiated");
    }

    private void Apply(StackState stack, string status)
    {
        var started = tables.SetStatus(stack, status, "User Initiated");
        Started?.Invoke(started);
        var template = Template.Parse(started.Input!.Template);
        Begin(started, OperationPhases.Apply(template, evaluation.Of(started, started.Input, template)));
    }

    private StackOperation New(OperationKind kind, OperationPhase phase, string? token) => new() { Kind = kind, Phase = phase, Token = token, Started = tables.Now };

    private void Begin(StackState stack, IEnumerable<Step> steps)
    {
        var wanted = steps.ToList();
        foreach (var old in tables.Steps.In(stack.Id).ToList()) tables.Steps.Remove(stack.Id, old.Key);
        foreach (var step in wanted) tables.Steps.Put(stack.Id, step.Key, step);
        Advance(stack.Id);
    }

    private void OnTimer(DueTimer timer)
    {
        if (tables.Steps.Find(timer.Owner, timer.Key) is not { IsMoving: true } step || step.Due != timer.Due) return;
        runner.Continue(tables.Get(timer.Owner), step);
        Advance(timer.Owner);
    }

    /// <summary>Starts what can start; ends the phase where nothing moves and nothing can.</summary>
    private void Advance(string stackId)
    {
        while (tables.Get(stackId) is { Operation: { } operation } stack)
        {
            if (operation.Phase == OperationPhase.Apply && tables.Steps.In(stackId).Any(s => s.Stage == StepStage.Failed))
            {
                runner.CancelMoving(stack);
                OnFailure(stack);
                return;
            }

            var done = tables.Steps.In(stackId).Where(s => s.Stage == StepStage.Done).Select(s => s.Key).ToHashSet();
            var known = tables.Steps.In(stackId).Select(s => s.Key).ToHashSet();
            var ready = tables.Steps.In(stackId).Where(s => s.Stage == StepStage.Waiting && s.After.All(a => done.Contains(a) || !known.Contains(a))).ToList();
            foreach (var step in ready)
            {
                runner.Start(stack, step);
                if (operation.Phase == OperationPhase.Apply && tables.Steps.Find(stackId, step.Key)?.Stage == StepStage.Failed) break;
            }

            if (ready.Count > 0) continue;
            if (!tables.Steps.In(stackId).Any(s => s.IsMoving)) EndPhase(stack, operation);
            return;
        }
    }

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
