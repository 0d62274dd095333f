using Portal.Domain.Costs;

namespace Portal.Domain.Facts;

/// <summary>A price of the price book: dollars for one <paramref name="Unit"/>.</summary>
/// <param name="Usd">For one unit, without tax.</param>
/// <param name="Unit">As the price book names it: <c>GB-month</c>, <c>instance-hour</c>.</param>
/// <param name="Source">Id in <c>sources.json</c>.</param>
/// <param name="Estimated">No price of that region was read; this one was derived from another.</param>
public sealed record UnitPrice(Money Usd, string Unit, string Source, bool Estimated);
