using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Control;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>Moves stacks: starts the steps of a phase as their turn comes, and the next phase when none is left.</summary>
public sealed partial class StackEngine
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
        DateTimeOffset? Scaled(DateTimeOffset? due) => due > now && due != Step.Never ? now + (due.Value - now) * factor : due;
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
}
