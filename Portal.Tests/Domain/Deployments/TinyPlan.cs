using System.Collections.Immutable;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Tests.Domain.Deployments;

/// <summary>Deployments of a random graph of up to five stacks.</summary>
internal static class TinyPlan
{
    public static IReadOnlyList<StackPlan> Stacks(Random random)
    {
        var stacks = new List<StackPlan>();
        foreach (var index in Enumerable.Range(0, random.Next(1, 6)))
        {
            var needs = stacks.Where(_ => random.Next(2) == 0).Select(s => s.Name).ToList();
            stacks.Add(Stack($"s{index}", needs, random.Next(2) == 0, random.Next(2) == 0));
        }

        return stacks;
    }

    public static StackPlan Stack(string name, IReadOnlyList<string> needs, bool protect = false, bool policy = false) => new()
    {
        Name = name,
        Account = "111122223333",
        Region = "eu-central-1",
        Module = name,
        Template = $"stacks/{name}.yaml",
        DependsOn = needs,
        Capabilities = [],
        TerminationProtection = protect,
        StackPolicy = policy,
        ExpectedSeconds = 60,
        Parameters = needs.ToDictionary(n => $"Of{n}", n => (StackParameter)new StackParameter.FromStack(n, "Id")),
        Tags = new Dictionary<string, string>(),
    };

    /// <param name="last">The deployment before this one: its stacks are known by id.</param>
    public static DeploymentModel Deployment(IReadOnlyList<StackPlan> stacks, DeploymentKind kind, int seed, DeploymentModel? last = null)
    {
        var attempt = (last?.Attempt ?? 0) + 1;
        var id = new DeploymentId(new Guid(seed, (short)attempt, 0, new byte[8]));
        var graph = StackGraph.Of(stacks).Expect();
        return new DeploymentModel
        {
            Id = id,
            Kind = kind,
            Attempt = attempt,
            Graph = graph,
            Stacks = graph.InOrder.Select((plan, position) => Known(new StackModel { Plan = plan, Position = position }, last)).ToImmutableSortedDictionary(s => s.Position, s => s),
            OwnChangeSets = new HashSet<string>([.. last?.OwnChangeSets ?? new HashSet<string>(), DeploymentNames.ChangeSet(id, attempt)]),
            Images = new Dictionary<string, string>(),
            PollEvery = TimeSpan.FromSeconds(2),
        };
    }

    private static StackModel Known(StackModel stack, DeploymentModel? last) =>
        last?.Find(stack.Name) is { StackId: not null } made ? stack with { StackId = made.StackId, Outputs = made.Outputs } : stack;
}
