using System.Text.Json.Serialization;

namespace Portal.Domain.Costs;

/// <summary>One billed thing of an expected month: quantity × unit price.</summary>
public sealed record CostLine
{
    public required string Service { get; init; }

    public required string Item { get; init; }

    public required string Region { get; init; }

    /// <summary>The stack that holds the resource, or empty where the bill names none.</summary>
    public required string Stack { get; init; }

    /// <summary>Logical id in that stack.</summary>
    public required string Resource { get; init; }

    public required decimal Quantity { get; init; }

    public required string Unit { get; init; }

    public required Money UnitUsd { get; init; }

    public required Money MonthlyUsd { get; init; }

    /// <summary>Whether any part exists only to survive a loss.</summary>
    public required bool Premium { get; init; }

    public required Money PremiumUsd { get; init; }

    /// <summary>What the premium is paid against; says nothing where there is none.</summary>
    [JsonIgnore]
    public Loss Against { get; init; }

    /// <summary>Whether quantity or price rests on an assumption.</summary>
    public required bool Assumed { get; init; }

    /// <summary>Where the unit price comes from: an id of the facts' <c>sources.json</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The fields of the sheet that cause the line, or <c>platform</c>.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>Whether no price of that region was read, so that the unit price is derived from another.</summary>
    public bool PriceEstimated { get; init; }

    /// <summary>Ids of the usage assumptions that the quantity rests on (<see cref="UsageAssumptions"/>).</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];
}
