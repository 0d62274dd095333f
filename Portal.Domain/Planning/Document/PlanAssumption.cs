using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Document;

/// <summary>A usage that the sheet does not say, and what rests on it.</summary>
/// <param name="Id">Named by the cost lines that use it.</param>
/// <param name="MonthlyUsd">Sum of those lines.</param>
public sealed record PlanAssumption(string Id, decimal Value, string Unit, string Why, string Source, Money MonthlyUsd);
