using System.Text.Json.Serialization;
using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Document;

/// <summary>What one requirement brings into the design and what it costs.</summary>
/// <param name="Requirement">Path of the field.</param>
/// <param name="Resources"><c>stack/LogicalId</c>.</param>
/// <param name="MonthlyUsd">Price of the plan less the price of the cheapest plan without that requirement; zero where there is none.</param>
public sealed record TraceEntry(string Requirement, IReadOnlyList<string> Resources, Money MonthlyUsd)
{
    /// <summary>Where there is no plan without the requirement: what is missed then. Null where there is one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Missed { get; init; }
}
