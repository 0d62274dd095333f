using System.Net;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Search;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning;

/// <summary>Writes the plan document of a chosen design.</summary>
internal sealed class PlanDocument
{
    private readonly PlanningInput input;
    private readonly Design chosen;
    private readonly Causes causes;
    private readonly IReadOnlyList<CostLine> lines;
    private readonly IReadOnlyList<Decision> decisions;
    private readonly IReadOnlyList<FrontierPoint> frontier;

    public PlanDocument(PlanningInput input, SearchSpace space, Chooser chooser, Design chosen)
    {
        (this.input, this.chosen) = (input, chosen);
        causes = new Causes(input, space, chooser, chosen);
        lines = [.. chosen.Lines.Select(causes.Explain)];
        decisions = new Decisions(input, space, chooser, chosen, causes).All();
        frontier = Frontier.Of(chooser, chosen);
    }

    public Design Chosen => chosen;

    /// <summary>The document without digest; stacks and what they are traced to follow from the composed ones.</summary>
    public Plan Write(IPNetwork vpc, IReadOnlyList<ComposedStack> stacks) => new()
    {
        Name = input.Sheet.Metadata.Name,
        Team = input.Sheet.Metadata.Team,
        Digest = default,
        Feasible = true,
        Warnings = Warnings.Of(input, chosen, vpc),
        Regions = [Region(vpc)],
        Compute = [Compute()],
        Database = chosen.Database is { } database ? [Database(database)] : [],
        Edge = new EdgePlan { Routing = Routing.Simple },
        Availability = Availability(),
        Recovery = new RecoveryEstimate(chosen.Zone, chosen.Corruption, null),
        Cost = Cost(),
        Decisions = decisions,
        Frontier = frontier,
        Stacks = [.. stacks.Select(stack => stack.Plan)],
        Trace = new Tracer(input, chosen, causes).Entries(stacks, lines),
        Assumptions = Assumptions(),
    };

    private PlannedRegion Region(IPNetwork vpc) => new()
    {
        Region = input.Region,
        Account = input.Account,
        Role = RegionRole.Primary,
        Zones = [.. input.Facts.Regions[input.Region].Zones.Take(chosen.Topology.NetworkZones)],
        VpcCidr = vpc.ToString(),
    };

    private ComputePlan Compute() => new()
    {
        Region = input.Region,
        InstanceType = chosen.Fleet.Name,
        Vcpu = chosen.Fleet.Fleet.Type.Vcpu,
        PerZone = chosen.Fleet.Fleet.PerZone,
        Min = chosen.Fleet.Fleet.Min,
        Desired = chosen.Fleet.Fleet.Min,
        Max = chosen.Fleet.Fleet.AtPeak,
        Purchase = input.Sheet.Budget.Purchase,
    };

    private DatabasePlan Database(DatabaseOption database) => new()
    {
        Region = input.Region,
        Service = RelationalService.Rds,
        Engine = database.Database.Engine,
        InstanceClass = database.Name,
        Instances = database.MultiAz ? 2 : 1,
        MultiAz = database.MultiAz,
        Role = "primary",
    };

    private AvailabilityEstimate Availability() => new()
    {
        TargetPercent = input.Sheet.Availability.SlaPercent,
        FloorPercent = chosen.FloorPercent,
        WeakestLink = Floor.WeakestLink(chosen.Path),
        Path = chosen.Path,
        Excluded = [Excluded.Dns, Excluded.Nat, Excluded.Kms, Excluded.Ebs, Excluded.Monitoring, .. chosen.Database is null ? [] : new[] { Excluded.SecretsManager }],
    };

    private CostEstimate Cost() => new()
    {
        MonthlyUsd = lines.Sum(line => line.MonthlyUsd),
        AtPeakUsd = chosen.Monthly + FleetCosts.BeyondMean(input, chosen.Topology, chosen.Fleet),
        BudgetUsd = input.Sheet.Budget.MonthlyUsd,
        ResiliencePremiumUsd = lines.Sum(line => line.PremiumUsd),
        PriceVersion = input.Facts.PriceVersion,
        Lines = lines,
    };

    private IReadOnlyList<PlanAssumption> Assumptions() =>
        [.. UsageAssumptions.All.Append(UsageAssumptions.WorkloadClass(input.Workload))
            .Select(assumption => (assumption, Lines: lines.Where(line => line.Assumptions.Contains(assumption.Id)).ToList()))
            .Where(used => used.Lines.Count > 0)
            .Select(used => new PlanAssumption(used.assumption.Id, used.assumption.Value, used.assumption.Unit, used.assumption.Why, used.assumption.Source, used.Lines.Sum(line => line.MonthlyUsd)))];
}
