using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Search;

/// <summary>
/// Which requirements force what is there only to survive a loss: those that the same design without it, where that is cheaper, would miss.
/// Nothing where it is simply the cheapest.
/// </summary>
internal sealed class Causes
{
    private readonly PlanningInput input;

    public Causes(PlanningInput input, SearchSpace space, Chooser chooser, Design chosen)
    {
        this.input = input;
        bool SameLayout(DatabaseOption option) => option.MultiAz == chosen.Database?.MultiAz;
        IReadOnlyList<string> Forcing(Choice without)
        {
            var missed = space.Candidates(without).Where(design => design.Monthly < chosen.Monthly).SelectMany(chooser.Missed).ToHashSet();
            return [.. chooser.Requirements.Where(missed.Contains).Select(requirement => requirement.Path).Where(path => path != SheetPaths.BudgetLimit)];
        }

        Zones = Forcing(new Choice { Topology = topology => topology.Zones != chosen.Topology.Zones, Database = SameLayout });
        Nat = Forcing(new Choice { Topology = topology => topology.Zones == chosen.Topology.Zones && topology.Nat != chosen.Topology.Nat, Database = SameLayout });
        Standby = chosen.Database is null ? [] : Forcing(new Choice { Topology = topology => topology == chosen.Topology, Database = option => !SameLayout(option) });
    }

    public IReadOnlyList<string> Zones { get; }

    public IReadOnlyList<string> Nat { get; }

    public IReadOnlyList<string> Standby { get; }

    /// <summary>The line with what forces its premium among its causes.</summary>
    public CostLine Explain(CostLine line) => line.Premium && line.Stack.Length > 0 ? line with { Because = Joined(line.Because, Forcing(ModuleOf(line.Stack))) } : line;

    /// <summary>What a resource of a stack is there for.</summary>
    public IReadOnlyList<string> Of(string module, string logicalId) => (module, logicalId) switch
    {
        (Modules.Network, "NatGatewayB" or "NatGatewayC" or "NatAddressB" or "NatAddressC") => Joined(SheetPaths.None, Nat),
        (Modules.Network, [.., 'C']) => Joined(SheetPaths.None, Zones),
        (Modules.Security, "DataGroup" or "DataFromApp" or "AppToData") => [SheetPaths.Relational],
        (Modules.Balancer, _) => input.Paths.Entry,
        (Modules.Compute, "AutoScalingGroup") => Joined(input.Paths.Fleet, Zones),
        (Modules.Compute, _) => input.Paths.Fleet,
        (Modules.Relational, "Database") => Joined([SheetPaths.Relational], Standby),
        (Modules.Relational, _) => [SheetPaths.Relational],
        _ => SheetPaths.None,
    };

    private IReadOnlyList<string> Forcing(string module) => module switch
    {
        Modules.Compute or Modules.Foundation => Zones,
        Modules.Network => Nat,
        Modules.Relational => Standby,
        _ => [],
    };

    private string ModuleOf(string stack) => stack[(input.Names.Of(input.Region, "").Length)..];

    /// <summary>"platform" stands alone: what a requirement causes is no longer the platform's.</summary>
    private static IReadOnlyList<string> Joined(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        others.Count == 0 ? some : [.. some.Where(path => path != SheetPaths.Platform).Union(others)];
}
