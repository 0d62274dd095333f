using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>Collects the lines of one part of a design, site by site; or only their sum, since the search prices thousands of parts and shows a few.</summary>
internal sealed class Bill
{
    /// <summary>Quantities are rounded to this many decimals, so that quantity × unit price is the line, digit by digit.</summary>
    private const int QuantityDecimals = 4;

    private readonly Sum sum;
    private Workload? load;

    private Bill(PlanningInput input, Site site, Sum sum)
    {
        (Input, Site, this.sum) = (input, site, sum);
    }

    public PlanningInput Input { get; }

    /// <summary>Where the lines to come stand.</summary>
    public Site Site { get; }

    public string Region => Site.Region;

    /// <summary>What the site carries on an ordinary day.</summary>
    public Workload Load => load ??= Site.Share == 1 ? Input.Workload : Input.Workload.Part(Site.Share);

    /// <summary>What the lines that <paramref name="add"/> writes come to; they stand in the primary region until it says otherwise.</summary>
    public static Money Total(PlanningInput input, Action<Bill> add)
    {
        var bill = new Bill(input, input.Primary, new Sum(null));
        add(bill);
        return bill.sum.Total;
    }

    public static IReadOnlyList<CostLine> Lines(PlanningInput input, Action<Bill> add)
    {
        var lines = new List<CostLine>();
        add(new Bill(input, input.Primary, new Sum(lines)));
        return lines;
    }

    /// <summary>The same bill, its next lines in another site.</summary>
    public Bill At(Site site) => new(Input, site, sum);

    /// <summary>Premium share of what a region needs once: nothing in the first, all of it in any other.</summary>
    public decimal FixedPremium => Site.IsFirst ? 0 : 1;

    /// <summary>One line; nothing where the quantity rounds to zero.</summary>
    /// <param name="premiumShare">Share of the line that exists only to survive a loss, 0 to 1; in a spare site it is 1 whatever is said.</param>
    public void Add(BilledThing thing, decimal quantity, UnitPrice price, IReadOnlyList<string> because, decimal premiumShare = 0, params IReadOnlyList<UsageAssumption> assumptions)
    {
        quantity = Math.Round(quantity, QuantityDecimals, MidpointRounding.AwayFromZero).Trimmed();
        if (quantity <= 0)
        {
            return;
        }

        var monthly = price.Usd * quantity;
        sum.Total += monthly;
        var premium = Site.IsSpare ? 1 : premiumShare;
        sum.Lines?.Add(new CostLine
        {
            Service = thing.Service,
            Item = thing.Item,
            Region = Region,
            Stack = Input.Names.Of(thing.StackRegion ?? Region, thing.Module),
            Resource = thing.Resource,
            Quantity = quantity,
            Unit = price.Unit,
            UnitUsd = price.Usd,
            MonthlyUsd = monthly,
            Premium = premium > 0,
            PremiumUsd = monthly * premium,
            Against = thing.Against,
            Assumed = price.Estimated || assumptions.Count > 0,
            PriceEstimated = price.Estimated,
            Source = price.Source,
            Because = because,
            Assumptions = assumptions.Count == 0 ? [] : [.. assumptions.Select(assumption => assumption.Id)],
        });
    }

    /// <summary>As above, at the price that the price book has for this region.</summary>
    public void Add(BilledThing thing, decimal quantity, string service, string item, IReadOnlyList<string> because, decimal premiumShare = 0, params IReadOnlyList<UsageAssumption> assumptions) =>
        Add(thing, quantity, Input.Facts.Price(service, item, Region), because, premiumShare, assumptions);

    private sealed class Sum(List<CostLine>? lines)
    {
        public List<CostLine>? Lines => lines;

        public Money Total { get; set; }
    }
}

/// <summary>What a line is about: the service as the bill names it, the item, and the resource that is billed.</summary>
internal readonly record struct BilledThing(string Service, string Item, string Module, string Resource)
{
    /// <summary>Where the stack stands that makes it, if not where it is billed: one stack makes all copies of a table.</summary>
    public string? StackRegion { get; init; }

    /// <summary>What its premium is paid against.</summary>
    public Loss Against { get; init; }
}
