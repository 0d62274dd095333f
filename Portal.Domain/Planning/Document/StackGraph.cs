namespace Portal.Domain.Planning.Document;

/// <summary>The order in which stacks may be built. Makes no sense with a cycle or a missing dependency, so it refuses both.</summary>
public sealed class StackGraph
{
    private readonly Dictionary<string, StackPlan> stacks;

    private StackGraph(Dictionary<string, StackPlan> stacks, IReadOnlyList<StackPlan> inOrder)
    {
        this.stacks = stacks;
        InOrder = inOrder;
    }

    /// <summary>Every stack after all it depends on; otherwise by name, so that equal plans give equal orders.</summary>
    public IReadOnlyList<StackPlan> InOrder { get; }

    public static Result<StackGraph> Of(IEnumerable<StackPlan> plans)
    {
        var stacks = plans.ToDictionary(s => s.Name, StringComparer.Ordinal);
        var missing = stacks.Values
            .SelectMany(s => s.DependsOn.Where(d => !stacks.ContainsKey(d)).Select(d => new Problem($"stacks.{s.Name}.dependsOn", $"there is no stack {d}")))
            .ToList();
        if (missing.Count > 0)
        {
            return Result<StackGraph>.No(missing);
        }

        var order = Sort(stacks);
        return order.Count == stacks.Count
            ? Result<StackGraph>.Ok(new StackGraph(stacks, order))
            : Result<StackGraph>.No(new Problem("stacks", "these wait for each other: " + string.Join(", ", stacks.Keys.Except(order.Select(s => s.Name)).Order(StringComparer.Ordinal))));
    }

    /// <summary>Those whose dependencies are all among <paramref name="standing"/> and that are not standing yet.</summary>
    public IEnumerable<StackPlan> Ready(IReadOnlySet<string> standing) =>
        InOrder.Where(s => !standing.Contains(s.Name) && s.DependsOn.All(standing.Contains));

    /// <summary>Those that nothing left standing depends on: what may be deleted next.</summary>
    public IEnumerable<StackPlan> Removable(IReadOnlySet<string> standing) =>
        InOrder.Reverse().Where(s => standing.Contains(s.Name) && !stacks.Values.Any(other => standing.Contains(other.Name) && other.DependsOn.Contains(s.Name)));

    private static List<StackPlan> Sort(Dictionary<string, StackPlan> stacks)
    {
        var order = new List<StackPlan>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (stacks.Values.Where(s => !done.Contains(s.Name) && s.DependsOn.All(done.Contains)).OrderBy(s => s.Name, StringComparer.Ordinal).ToList() is { Count: > 0 } ready)
        {
            order.AddRange(ready);
            done.UnionWith(ready.Select(s => s.Name));
        }

        return order;
    }
}
