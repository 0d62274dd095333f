using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Search;

/// <summary>
/// Which requirements force what is there only to survive a loss: those that the same design without it, where that is cheaper, would miss.
/// Nothing where it is simply the cheapest.
/// </summary>
internal sealed class Causes
{
    private readonly PlanningInput input;
    private readonly Chooser chooser;
    private readonly Design chosen;
    private readonly Dictionary<Topic, IReadOnlyList<string>> forcing = [];
    private readonly Topic regions;

    public Causes(PlanningInput input, Chooser chooser, Design chosen)
    {
        (this.input, this.chooser, this.chosen) = (input, chooser, chosen);
        Topics = AllTopics.Of(input, chooser.Space, chosen);
        regions = Topics[0];
    }

    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>The fields that a cheaper design without the choice would miss.</summary>
    public IReadOnlyList<string> Forcing(Topic topic)
    {
        if (!forcing.TryGetValue(topic, out var fields))
        {
            forcing[topic] = fields = topic.Without is { } without ? Missing(without) : [];
        }

        return fields;
    }

    /// <summary>The line with what forces its premium among its causes.</summary>
    public CostLine Explain(CostLine line) => line.Premium && line.Stack.Length > 0 ? line with { Because = Joined(line.Because, ForcingOf(line)) } : line;

    /// <summary>What a resource of a stack is there for.</summary>
    public IReadOnlyList<string> Of(string module, string region, string logicalId)
    {
        var own = ResourceCauses.Of(input, module, logicalId);
        var spare = SpareParts.TopicOf(module, logicalId) is { } name ? Named(name) : [];
        return Joined(Joined(own, spare), region == input.Region || chosen.Reach.Sites.All(site => site.Region != region) ? [] : Forcing(regions));
    }

    private IReadOnlyList<string> ForcingOf(CostLine line)
    {
        if (line.Region != input.Region)
        {
            return Forcing(regions);
        }

        var module = line.Stack[input.Names.Of(line.Region, "").Length..];
        return Topics.FirstOrDefault(topic => topic.Modules.Contains(module)) is { } topic ? Forcing(topic) : [];
    }

    private IReadOnlyList<string> Named(string name) => Topics.FirstOrDefault(topic => topic.Name == name) is { } topic ? Forcing(topic) : [];

    /// <summary>Of the requirements less the budget the fewest whose loss lets a cheaper design without the choice in.</summary>
    private IReadOnlyList<string> Missing(Choice without)
    {
        var hard = chooser.Requirements.Where(requirement => requirement.Path != SheetPaths.BudgetLimit).ToList();
        var cheaper = Requirement.Below(chosen.Monthly);
        if (chooser.Best(without, [cheaper]) is null)
        {
            return [];
        }

        for (var count = 1; count <= hard.Count; count++)
        {
            var missed = Subsets.Of(hard, count).Where(subset => chooser.Best(without, [cheaper, .. hard.Except(subset)]) is not null).SelectMany(subset => subset).ToHashSet();
            if (missed.Count > 0)
            {
                return [.. hard.Where(missed.Contains).Select(requirement => requirement.Path)];
            }
        }

        return [];
    }

    /// <summary>"platform" stands alone: what a requirement causes is no longer the platform's.</summary>
    private static IReadOnlyList<string> Joined(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        others.Count == 0 ? some : [.. some.Where(path => path != SheetPaths.Platform).Union(others)];
}
