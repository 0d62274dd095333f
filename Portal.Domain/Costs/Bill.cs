using Portal.Domain.Facts;
using Portal.Domain.Planning;

namespace Portal.Domain.Costs;

/// <summary>Collects the lines of one part of a design; or only their sum, since the search prices thousands of parts and shows a few.</summary>
internal sealed class Bill
{
    /// <summary>Quantities are rounded to this many decimals, so that quantity × unit price is the line, digit by digit.</summary>
    private const int QuantityDecimals = 4;

    private readonly PlanningInput input;
    private readonly List<CostLine>? lines;
    private Money total;

    private Bill(PlanningInput input, List<CostLine>? lines) => (this.input, this.lines) = (input, lines);

    /// <summary>What the lines that <paramref name="add"/> writes come to.</summary>
    public static Money Total(PlanningInput input, Action<Bill> add)
    {
        var bill = new Bill(input, null);
        add(bill);
        return bill.total;
    }

    public static IReadOnlyList<CostLine> Lines(PlanningInput input, Action<Bill> add)
    {
        var lines = new List<CostLine>();
        add(new Bill(input, lines));
        return lines;
    }

    /// <summary>One line; nothing where the quantity rounds to zero.</summary>
    /// <param name="premiumShare">Share of the line that exists only to survive a loss, 0 to 1.</param>
    public void Add(BilledThing thing, decimal quantity, UnitPrice price, IReadOnlyList<string> because, decimal premiumShare = 0, params IReadOnlyList<UsageAssumption> assumptions)
    {
        quantity = Math.Round(quantity, QuantityDecimals, MidpointRounding.AwayFromZero).Trimmed();
        if (quantity <= 0)
        {
            return;
        }

        var monthly = price.Usd * quantity;
        total += monthly;
        lines?.Add(new CostLine
        {
            Service = thing.Service,
            Item = thing.Item,
            Region = input.Region,
            Stack = input.Names.Of(input.Region, thing.Module),
            Resource = thing.Resource,
            Quantity = quantity,
            Unit = price.Unit,
            UnitUsd = price.Usd,
            MonthlyUsd = monthly,
            Premium = premiumShare > 0,
            PremiumUsd = monthly * premiumShare,
            Assumed = price.Estimated || assumptions.Count > 0,
            PriceEstimated = price.Estimated,
            Source = price.Source,
            Because = because,
            Assumptions = assumptions.Count == 0 ? [] : [.. assumptions.Select(assumption => assumption.Id)],
        });
    }

    /// <summary>As above, at the price that the price book has for this region.</summary>
    public void Add(BilledThing thing, decimal quantity, string service, string item, IReadOnlyList<string> because, decimal premiumShare = 0, params IReadOnlyList<UsageAssumption> assumptions) =>
        Add(thing, quantity, input.Facts.Price(service, item, input.Region), because, premiumShare, assumptions);
}

/// <summary>What a line is about: the service as the bill names it, the item, and the resource that is billed.</summary>
internal readonly record struct BilledThing(string Service, string Item, string Module, string Resource);
