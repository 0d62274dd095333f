using System.Text.Json.Nodes;
using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Document;

/// <summary>Why a sheet cannot be met, with the proof and the nearest designs that can.</summary>
public sealed record Refusal
{
    public required RefusalKind Kind { get; init; }

    /// <summary>Paths of the smallest set of fields that conflict.</summary>
    public required IReadOnlyList<string> Requirements { get; init; }

    public required string Why { get; init; }

    /// <summary>The numbers: <c>99.9300 &lt; 99.9990</c>.</summary>
    public required string Proof { get; init; }

    public IReadOnlyList<Relaxation> RelaxTo { get; init; } = [];
}

public enum RefusalKind
{
    /// <summary>No design meets all of it.</summary>
    Infeasible,

    /// <summary>This version of the portal cannot build it.</summary>
    Unsupported,

    /// <summary>The price book has no price for something unavoidable.</summary>
    NoPrice,
}

/// <summary>A feasible design that is near: what to change in the sheet, and what one gets for it.</summary>
public sealed record Relaxation(IReadOnlyDictionary<string, JsonNode?> Change, Money MonthlyUsd, decimal FloorPercent);
