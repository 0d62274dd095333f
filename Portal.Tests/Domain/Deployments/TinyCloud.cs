using Portal.Domain.Deployments;

namespace Portal.Tests.Domain.Deployments;

/// <summary>CloudFormation in a hundred lines: as strict as the real one about what may follow what, and as forgetful about nothing.</summary>
internal sealed class TinyCloud(Random random)
{
    private readonly List<Stack> stacks = [];

    /// <summary>Chance that a creation or deletion fails.</summary>
    public double Mishap { get; init; }

    /// <summary>Accepted executions: stack name and change set name.</summary>
    public List<(string Stack, string ChangeSet)> Executions { get; } = [];

    public IEnumerable<Stack> Standing => stacks.Where(s => s.Status != "DELETE_COMPLETE");

    public Stack? Find(string target) => stacks.LastOrDefault(s => s.Id == target) ?? Standing.LastOrDefault(s => s.Name == target);

    public StackReading? Describe(string target) => Find(target) is { } stack ? stack.ToReading() : null;

    public ChangeSetReading? DescribeChangeSet(string target, string name) =>
        Find(target)?.ChangeSets.SingleOrDefault(c => c.Name == name) is { } set
            ? new() { Id = set.Id, StackId = Find(target)!.Id, Status = set.Status, ExecutionStatus = set.ExecutionStatus, Reason = set.Status == "FAILED" ? "a bad template" : null }
            : null;

    public Observation.CallEnded Call(StackCommand.Mutation call) => call switch
    {
        StackCommand.CreateChangeSet make => CreateChangeSet(make),
        StackCommand.ExecuteChangeSet execute => Ended(call, Execute(execute)),
        StackCommand.DeleteStack => Ended(call, Delete(call.Target)),
        _ => Ended(call, Touch(call)),
    };

    /// <summary>A while passes: change sets get ready, stacks come up, go down or fail.</summary>
    public void Pass()
    {
        foreach (var set in stacks.SelectMany(s => s.ChangeSets).Where(c => c.Status == "CREATE_PENDING" && random.Next(2) == 0))
        {
            (set.Status, set.ExecutionStatus) = random.NextDouble() < Mishap / 4 ? ("FAILED", "UNAVAILABLE") : ("CREATE_COMPLETE", "AVAILABLE");
        }

        foreach (var stack in Standing.Where(_ => random.Next(3) == 0).ToList())
        {
            stack.Status = stack.Status switch
            {
                "CREATE_IN_PROGRESS" => random.NextDouble() < Mishap ? "ROLLBACK_IN_PROGRESS" : "CREATE_COMPLETE",
                "ROLLBACK_IN_PROGRESS" => "ROLLBACK_COMPLETE",
                "DELETE_IN_PROGRESS" => random.NextDouble() < Mishap ? "DELETE_FAILED" : "DELETE_COMPLETE",
                var settled => settled,
            };
        }
    }

    private Observation.CallEnded CreateChangeSet(StackCommand.CreateChangeSet make)
    {
        var stack = Find(make.Target);
        if (stack is { Status: not "REVIEW_IN_PROGRESS" } || stack?.ChangeSets.Any(c => c.Name == make.Name) == true)
            return Ended(make, CallOutcome.Surprised);
        if (stack is null)
            stacks.Add(stack = new Stack(make.Stack, $"arn:stack/{make.Stack}/{random.NextInt64():x}"));
        var set = new ChangeSet(make.Name, $"arn:changeSet/{make.Name}/{random.NextInt64():x}");
        stack.ChangeSets.Add(set);
        stack.ChangeSetId = set.Id;
        return Ended(make, CallOutcome.Accepted) with { StackId = stack.Id, ChangeSetId = set.Id };
    }

    private CallOutcome Execute(StackCommand.ExecuteChangeSet execute)
    {
        var stack = Find(execute.Target);
        var set = stack?.ChangeSets.SingleOrDefault(c => c.Id == execute.ChangeSet);
        if (stack?.Status != "REVIEW_IN_PROGRESS" || set?.ExecutionStatus != "AVAILABLE")
            return CallOutcome.Surprised;
        stack.ChangeSets.ForEach(c => c.ExecutionStatus = "OBSOLETE");
        set.ExecutionStatus = "EXECUTE_IN_PROGRESS";
        (stack.Status, stack.ChangeSetId) = ("CREATE_IN_PROGRESS", set.Id);
        Executions.Add((stack.Name, set.Name));
        return CallOutcome.Accepted;
    }

    private CallOutcome Delete(string target)
    {
        var stack = Find(target);
        if (stack is null || stack.Status is "DELETE_COMPLETE" or "DELETE_IN_PROGRESS")
            return CallOutcome.Accepted;
        if (stack.Protected || stack.Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && stack.Status != "REVIEW_IN_PROGRESS")
            return CallOutcome.Surprised;
        stack.Status = stack.Status == "REVIEW_IN_PROGRESS" ? "DELETE_COMPLETE" : "DELETE_IN_PROGRESS";
        return CallOutcome.Accepted;
    }

    private CallOutcome Touch(StackCommand.Mutation call)
    {
        if (Find(call.Target) is not { Status: not "DELETE_COMPLETE" } stack)
            return CallOutcome.Surprised;
        stack.HasPolicy |= call is StackCommand.SetStackPolicy;
        stack.Protected = call is StackCommand.ProtectStack || (stack.Protected && call is not StackCommand.UnprotectStack);
        return CallOutcome.Accepted;
    }

    private static Observation.CallEnded Ended(StackCommand.Mutation call, CallOutcome outcome) => new(call.Stack, call.Operation, outcome) { Message = "because" };

    internal sealed class Stack(string name, string id)
    {
        public string Name => name;

        public string Id => id;

        public string Status { get; set; } = "REVIEW_IN_PROGRESS";

        public string? ChangeSetId { get; set; }

        public bool Protected { get; set; }

        public bool HasPolicy { get; set; }

        public List<ChangeSet> ChangeSets { get; } = [];

        public StackReading ToReading() => new() { Id = id, Status = Status, ChangeSetId = ChangeSetId, TerminationProtection = Protected, Outputs = new Dictionary<string, string> { ["Id"] = id } };
    }

    internal sealed class ChangeSet(string name, string id)
    {
        public string Name => name;

        public string Id => id;

        public string Status { get; set; } = "CREATE_PENDING";

        public string ExecutionStatus { get; set; } = "UNAVAILABLE";
    }
}
