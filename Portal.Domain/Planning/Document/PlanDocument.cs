using Portal.Domain.Controls;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Cautions;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Document;

/// <summary>Writes the plan document of a chosen design.</summary>
internal sealed class PlanDocument
{
    private readonly PlanningInput input;
    private readonly Chooser chooser;
    private readonly Design chosen;
    private readonly Causes causes;
    private readonly IReadOnlyList<CostLine> lines;
    private readonly IReadOnlyList<Decision> decisions;
    private readonly IReadOnlyList<FrontierPoint> frontier;

    public PlanDocument(PlanningInput input, Chooser chooser, Design chosen)
    {
        (this.input, this.chooser, this.chosen) = (input, chooser, chosen);
        causes = new Causes(input, chooser, chosen);
        lines = [.. chosen.Lines.Select(causes.Explain)];
        decisions = new Decisions(chooser, chosen, causes).All();
        frontier = [.. Frontier.Of(chooser, chosen).Select(design => new FrontierPoint(design == chosen ? "as asked" : design.Label(), design.Monthly, design.FloorPercent, ModelParts.Of(input, design).Percent, design == chosen))];
    }

    private PlanDocument(PlanDocument beside, Design other)
    {
        (input, chooser, chosen) = (beside.input, beside.chooser, other);
        (causes, lines, decisions, frontier) = (beside.causes, [.. other.Lines], [], []);
    }

    public Design Chosen => chosen;

    /// <summary>The design behind each alternative, composed; those that need more ranges than there are cannot be.</summary>
    public IEnumerable<AlternativePlan> Alternatives(VpcAddresses addresses) =>
        from other in new Decisions(chooser, chosen, causes).Others()
        where other.Design.Reach.Live.Count() <= addresses.Blocks.Count
        select new AlternativePlan(other.Topic.Name, other.Option, new PlanDocument(this, other.Design).Compose(addresses));

    /// <summary>The document without digest; stacks and what they are traced to follow from the composed ones.</summary>
    public Plan Write(VpcAddresses addresses, IReadOnlyList<ComposedStack> stacks) => Write(addresses, stacks, ControlParts.Of(input, chosen.Reach, stacks));

    private Plan Write(VpcAddresses addresses, IReadOnlyList<ComposedStack> stacks, IReadOnlyList<Finding> controls) =>
        Write(addresses, stacks, controls, new Tracer(input, chooser.Space, chosen, causes).Entries(stacks, lines));

    private Plan Write(VpcAddresses addresses, IReadOnlyList<ComposedStack> stacks, IReadOnlyList<Finding> controls, IReadOnlyList<TraceEntry> trace) => new()
    {
        Name = input.Sheet.Metadata.Name,
        Team = input.Sheet.Metadata.Team,
        Digest = default,
        Feasible = true,
        Warnings = [.. AllWarnings.Of(input, chosen, addresses), .. Tracer.Warnings(trace), .. ControlParts.Warnings(controls)],
        Regions = [.. chosen.Sites.Select(site => Region(site, addresses))],
        Compute = [.. chosen.Fleet.Fleets.Select(Compute)],
        Database = chosen.Relational is { } relational ? DatabaseParts.Of(chosen.Reach, relational) : [],
        KeyValue = DataParts.KeyValue(chosen),
        Cache = DataParts.Cache(chosen),
        Objects = DataParts.Objects(chosen),
        Edge = EdgeParts.Of(chosen),
        Availability = Availability(),
        Recovery = new RecoveryEstimate(chosen.Promise.Zone, chosen.Promise.Corruption, chosen.Promise.Region),
        Cost = Cost(),
        Decisions = decisions,
        Frontier = frontier,
        Controls = controls,
        Stacks = [.. stacks.Select(stack => stack.Plan)],
        Trace = trace,
        Assumptions = Assumptions(),
    };

    /// <summary>Without what is said of a chosen design only.</summary>
    private PlanFolder Compose(VpcAddresses addresses)
    {
        var stacks = Composer.Compose(input, chosen, addresses);
        return new PlanFolder(Write(addresses, stacks, ControlParts.Of(input, chosen.Reach, stacks), []), stacks.ToDictionary(stack => stack.Plan.Template, stack => stack.Template.Body, StringComparer.Ordinal));
    }

    private PlannedRegion Region(Site site, VpcAddresses addresses) => new()
    {
        Region = site.Region,
        Account = input.Account,
        Role = site.Role,
        Zones = site.IsLive ? [.. input.Facts.Regions[site.Region].Zones.Take(chosen.Topology.NetworkZones)] : [],
        VpcCidr = site.IsLive ? addresses.Blocks[chosen.Reach.Live.ToList().IndexOf(site)].ToString() : null,
    };

    private ComputePlan Compute(SiteFleet fleet) => new()
    {
        Region = fleet.Site.Region,
        InstanceType = chosen.Fleet.Type.Name,
        Vcpu = chosen.Fleet.Type.Vcpu,
        PerZone = fleet.PerZone,
        Min = fleet.Min,
        Desired = fleet.Min,
        Max = fleet.Max,
        Purchase = input.Sheet.Budget.Purchase,
        OnDemandBase = chosen.Fleet.Spot ? fleet.OnDemandBase : null,
    };

    private AvailabilityEstimate Availability() => Availability(ModelParts.Of(input, chosen));

    private AvailabilityEstimate Availability(ModelledAvailability modelled) => new()
    {
        ModelledPercent = modelled.Percent,
        Modes = modelled.Modes,
        OwnReleaseMinutes = modelled.OwnReleaseMinutes,
        TargetPercent = input.Sheet.Availability.SlaPercent,
        FloorPercent = chosen.FloorPercent,
        WeakestLink = Floor.WeakestLink([.. chosen.Chain, .. chosen.Global]),
        Path = [.. chosen.Chain, .. chosen.Global],
        Static = EdgeParts.Static(input.Facts, chosen),
        Excluded = [Excluded.Dns, Excluded.Nat, Excluded.Kms, Excluded.Ebs, Excluded.Monitoring, .. chosen.Relational is null ? [] : new[] { Excluded.SecretsManager }, .. chosen.Front.Kind.Firewall == Firewall.FailOpen ? new[] { Excluded.Firewall } : [], .. chosen.Objects is null ? [] : new[] { Excluded.Objects }],
    };

    private CostEstimate Cost() => new()
    {
        MonthlyUsd = lines.Sum(line => line.MonthlyUsd),
        AtPeakUsd = chosen.Monthly + chosen.Options.Sum(option => option.BeyondMean),
        BudgetUsd = input.Sheet.Budget.MonthlyUsd,
        ResiliencePremiumUsd = lines.Sum(line => line.PremiumUsd),
        PriceVersion = input.Facts.PriceVersion,
        Lines = lines,
    };

    private IReadOnlyList<PlanAssumption> Assumptions() =>
        [.. UsageAssumptions.All.Append(UsageAssumptions.WorkloadClass(input.Workload)).Append(UsageAssumptions.CrossZoneShare(chosen.Topology)).Append(UsageAssumptions.ChosenZoneShare(chosen.Topology)).DistinctBy(assumption => assumption.Id)
            .Select(assumption => (assumption, Lines: lines.Where(line => line.Assumptions.Contains(assumption.Id)).ToList()))
            .Where(used => used.Lines.Count > 0 || UsageAssumptions.Deciding(input.Sheet.Traffic).Contains(used.assumption))
            .Select(used => new PlanAssumption(used.assumption.Id, used.assumption.Value, used.assumption.Unit, used.assumption.Why, used.assumption.Source, used.Lines.Sum(line => line.MonthlyUsd)))];
}
