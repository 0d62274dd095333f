using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.Control;
using Portal.Sandbox.Store;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.ChangeSets;

/// <summary>Change sets by stack, and their life: pending, made or failed, executed or obsolete.</summary>
public sealed class ChangeSetTable
{
    private const string TimerKind = "change-set";
    private const string NoChanges = "The submitted information didn't contain changes. Submit different information to create a change set.";
    private static readonly TimeSpan StageTime = TimeSpan.FromSeconds(2);

    private readonly Table<ChangeSet> sets;
    private readonly StackTables tables;
    private readonly ChangePlanner planner;
    private readonly FaultScript faults;
    private readonly SandboxClock clock;
    private readonly Scheduler scheduler;

    public ChangeSetTable(DurableStore store, StackTables tables, StackEngine engine, ChangePlanner planner, FaultScript faults, SandboxClock clock, Scheduler scheduler)
    {
        (sets, this.tables, this.planner, this.faults, this.clock, this.scheduler) = (store.Table<ChangeSet>("change-set"), tables, planner, faults, clock, scheduler);
        scheduler.Handle(TimerKind, OnTimer);
        engine.Ended += OnEnded;
        engine.Started += stack => Outdate(stack, stack.ChangeSetId);
    }

    public IReadOnlyList<ChangeSet> Of(string stackId) => sets.In(stackId);

    public ChangeSet? ById(string id) => sets.All.FirstOrDefault(s => s.Id == id);

    public ChangeSet? Named(string stackId, string name) => sets.In(stackId).FirstOrDefault(s => s.Name == name);

    public void Schedule(ChangeSet set)
    {
        var due = set with { Due = tables.Now + StageTime / clock.Speed };
        Put(due);
        scheduler.Add(new DueTimer(TimerKind, set.StackId, set.Id, due.Due));
    }

    /// <summary>After a restart.</summary>
    public void Resume()
    {
        foreach (var set in sets.All.Where(s => s.IsBeingMade)) scheduler.Add(new DueTimer(TimerKind, set.StackId, set.Id, set.Due));
    }

    public void Executing(ChangeSet set) => Put(set with { ExecutionStatus = ChangeSet.ExecuteInProgress });

    public void Remove(ChangeSet set) => sets.Remove(set.StackId, set.Id);

    private void OnTimer(DueTimer timer)
    {
        if (sets.Find(timer.Owner, timer.Key) is not { IsBeingMade: true } set || set.Due != timer.Due) return;
        if (set.Status == ChangeSet.CreatePending && faults.IsChangeSetStuck(tables.Get(set.StackId))) return;
        if (set.Status == ChangeSet.CreatePending) Schedule(set with { Status = ChangeSet.CreateInProgress });
        else Put(Made(set));
    }

    private ChangeSet Made(ChangeSet set)
    {
        try
        {
            var stack = tables.Get(set.StackId);
            if (set.IsCreate ? stack.Status != StackStatus.ReviewInProgress : !StackStatus.CanUpdate(stack.Status))
                return set with { Status = ChangeSet.Failed, StatusReason = $"Stack [{stack.Name}] is in {stack.Status} state and can not be updated." };
            if (faults.ChangeSetFailure(stack) is { } reason) return set with { Status = ChangeSet.Failed, StatusReason = reason };
            var plan = planner.Plan(stack, set.Input);
            return plan.HasChanges
                ? set with { Status = ChangeSet.CreateComplete, ExecutionStatus = ChangeSet.Available, Changes = plan.Changes }
                : set with { Status = ChangeSet.Failed, StatusReason = NoChanges };
        }
        catch (AwsException e)
        {
            return set with { Status = ChangeSet.Failed, StatusReason = e.Message };
        }
    }

    /// <summary>Only one change set of a stack can win; a deleted stack has none left.</summary>
    private void Outdate(StackState stack, string? winner)
    {
        foreach (var other in sets.In(stack.Id).Where(s => s.CanExecute && s.Id != winner).ToList()) Put(other with { ExecutionStatus = ChangeSet.Obsolete });
    }

    private void OnEnded(StackState stack)
    {
        if (stack.IsDeleted)
        {
            foreach (var set in sets.In(stack.Id).ToList()) Remove(set);
            return;
        }

        foreach (var set in sets.In(stack.Id).Where(s => s.ExecutionStatus == ChangeSet.ExecuteInProgress).ToList())
            Put(set with { ExecutionStatus = stack.Status is StackStatus.CreateComplete or StackStatus.UpdateComplete ? ChangeSet.ExecuteComplete : ChangeSet.ExecuteFailed });
    }

    private void Put(ChangeSet set) => sets.Put(set.StackId, set.Id, set);
}
