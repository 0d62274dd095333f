using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Document;

/// <summary>A usage that the sheet does not say, and what rests on it.</summary>
/// <param name="Id">Named by the cost lines that use it.</param>
/// <param name="MonthlyUsd">Sum of those lines; zero where it decided on the design and no line rests on it.</param>
public sealed record PlanAssumption(string Id, decimal Value, string Unit, string Why, string Source, Money MonthlyUsd);
