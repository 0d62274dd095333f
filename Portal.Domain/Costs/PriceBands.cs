using Portal.Domain.Facts;

namespace Portal.Domain.Costs;

/// <summary>Prices that fall with the quantity of a month, band after band.</summary>
/// <param name="Item">Of the price book.</param>
/// <param name="Label">For people.</param>
/// <param name="UpToGb">Where the band ends.</param>
internal readonly record struct PriceBand(string Item, string Label, decimal UpToGb)
{
    /// <summary>One line for each band that is reached. A band that was not read pays the one before it, marked as estimated: never less than the bill will be.</summary>
    public static void Add(Bill bill, IReadOnlyList<PriceBand> bands, decimal gb, Func<PriceBand, UnitPrice?> price, Func<PriceBand, BilledThing> thing, IReadOnlyList<string> because, params IReadOnlyList<UsageAssumption> assumptions)
    {
        var from = 0m;
        var last = price(bands[0]) ?? throw new InvalidOperationException($"The price book has no {bands[0].Item}.");
        foreach (var band in bands)
        {
            last = price(band) ?? last with { Estimated = true };
            bill.Add(thing(band), Math.Min(gb, band.UpToGb) - from, last, because, 0, assumptions);
            from = band.UpToGb;
            if (gb <= band.UpToGb)
            {
                break;
            }
        }
    }
}
