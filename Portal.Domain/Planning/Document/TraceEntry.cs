using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Document;

/// <summary>What one requirement brings into the design and what it costs.</summary>
/// <param name="Requirement">Path of the field.</param>
/// <param name="Resources"><c>stack/LogicalId</c>.</param>
/// <param name="MonthlyUsd">Price of the plan less the price of the cheapest plan without that requirement.</param>
public sealed record TraceEntry(string Requirement, IReadOnlyList<string> Resources, Money MonthlyUsd);
