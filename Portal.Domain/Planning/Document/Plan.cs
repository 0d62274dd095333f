using Portal.Domain.Controls;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Document;

/// <summary>
/// The plan document (contract, section 3): the cheapest design that meets the sheet, priced and explained, or the refusals.
/// Property names in camel case are the public names; <see cref="PlanJson"/> writes and reads it.
/// </summary>
public sealed record Plan
{
    public string ApiVersion { get; init; } = "portal/v1";

    public string Kind { get; init; } = "Plan";

    public required string Name { get; init; }

    public required string Team { get; init; }

    public required Digest Digest { get; init; }

    /// <summary>Version of the facts (quotas, times, capacities) it was made with; part of the digest.</summary>
    public string FactsVersion { get; init; } = "";

    public required bool Feasible { get; init; }

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    public IReadOnlyList<PlanWarning> Warnings { get; init; } = [];

    public IReadOnlyList<PlannedRegion> Regions { get; init; } = [];

    public IReadOnlyList<ComputePlan> Compute { get; init; } = [];

    public IReadOnlyList<DatabasePlan> Database { get; init; } = [];

    public IReadOnlyList<KeyValuePlan> KeyValue { get; init; } = [];

    public IReadOnlyList<CachePlan> Cache { get; init; } = [];

    public IReadOnlyList<ObjectsPlan> Objects { get; init; } = [];

    /// <summary>Null where the plan is refused, like the next three.</summary>
    public EdgePlan? Edge { get; init; }

    public AvailabilityEstimate? Availability { get; init; }

    public RecoveryEstimate? Recovery { get; init; }

    public CostEstimate? Cost { get; init; }

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public IReadOnlyList<FrontierPoint> Frontier { get; init; } = [];

    public IReadOnlyList<Finding> Controls { get; init; } = [];

    public IReadOnlyList<StackPlan> Stacks { get; init; } = [];

    public IReadOnlyList<TraceEntry> Trace { get; init; } = [];

    /// <summary>What the sheet does not say and the price rests on, with the dollars each moves.</summary>
    public IReadOnlyList<PlanAssumption> Assumptions { get; init; } = [];
}
