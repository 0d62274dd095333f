using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Topics;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>
/// Which requirements force what is there only to survive a loss: those that the same design without it, where that is cheaper, would miss.
/// Where none does, it is there for what asks for the regions that it serves, or it is simply the cheapest.
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
        regions = Topics.Single(topic => topic.Name == GroundTopics.Regions);
    }

    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>The fields that a cheaper design without the choice would miss.</summary>
    public IReadOnlyList<string> Forcing(Topic topic)
    {
        if (!forcing.TryGetValue(topic, out var fields))
        {
            forcing[topic] = fields = [.. Demanded(topic).Union(topic.Without is { } without ? Missing(without) : [])];
        }

        return fields;
    }

    /// <summary>The fields that a decision is there for: those that force it, else those that ask for such a thing at all.</summary>
    public IReadOnlyList<string> Because(Topic topic) => Forcing(topic) is { Count: > 0 } forced ? forced : topic.ServesRegions ? Because(regions) : topic.Otherwise;

    /// <summary>The line with what forces its premium among its causes.</summary>
    public CostLine Explain(CostLine line) => line.Premium && line.Stack.Length > 0 ? line with { Because = Joined(line.Because, ForcingOf(line)) } : line;

    /// <summary>What a resource of a stack is there for.</summary>
    public IReadOnlyList<string> Of(string module, string region, string logicalId)
    {
        var own = ResourceCauses.Of(input, module, logicalId);
        var spare = SpareParts.TopicOf(module, logicalId) is { } name ? Named(name) : [];
        return Joined(Joined(own, spare), region == input.Region || IsGlobal(module) || chosen.Reach.Sites.All(site => site.Region != region) ? [] : Forcing(regions));
    }

    /// <summary>Another region's lines, and those of the first that lead or copy there, are what asks for that region; a backup is no standby, and its line names itself what asks for it.</summary>
    private IReadOnlyList<string> ForcingOf(CostLine line) => line.Against switch
    {
        _ when line.Region != input.Region => Named(GroundTopics.Regions),
        Loss.Region => Named(GroundTopics.Regions),
        Loss.Data => [],
        _ => Topics.FirstOrDefault(topic => topic.Modules.Contains(line.Stack[input.Names.Of(line.Region, "").Length..])) is { } topic ? Forcing(topic) : [],
    };

    private IReadOnlyList<string> Named(string name) =>
        Topics.FirstOrDefault(topic => topic.Name == name) is { } topic ? [.. Because(topic).Where(path => path != SheetPaths.Platform)] : [];

    /// <summary>What leaves the search no design without the choice: a field that is no measure of a promise.</summary>
    private IEnumerable<string> Demanded(Topic topic) =>
        topic == regions && chosen.Reach.Strategy == Strategy.ActiveActive && input.Sheet.Placement.ActiveActive ? [SheetPaths.ActiveActive] : [];

    /// <summary>What stands in us-east-1 or us-west-2 for all regions, whichever they are.</summary>
    private static bool IsGlobal(string module) => module is Modules.HostedZone or Modules.Edge or Modules.Dns or Modules.MonitoringGlobal or Modules.Cost or Modules.Accelerator or Modules.MonitoringAccelerator or Modules.Fallback or Modules.Shield;

    /// <summary>Of the requirements less the budget the fewest whose loss lets a cheaper design without the choice in.</summary>
    private IReadOnlyList<string> Missing(Choice without)
    {
        var hard = chooser.Hard;
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
