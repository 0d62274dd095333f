using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Document;

/// <summary>An undominated design in (price, floor): what each further nine costs.</summary>
public sealed record FrontierPoint(string Label, Money MonthlyUsd, decimal FloorPercent, decimal? ModelledPercent, bool Chosen);
