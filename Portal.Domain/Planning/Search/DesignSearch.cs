using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Search;

/// <summary>
/// The design that meets some requirements and comes nearest to others; of equally near ones the cheapest. Exact, by branch and bound: tiers are taken one after the other, cheapest option first;
/// a branch ends where even the best of what is left cannot meet a requirement, or is farther or dearer than what was found.
/// </summary>
internal sealed class DesignSearch
{
    private readonly IReadOnlyList<Requirement> kept;
    private readonly IReadOnlyList<Requirement> near;
    private Design? best;
    private decimal bestDistance;

    private DesignSearch(IReadOnlyList<Requirement> kept, IReadOnlyList<Requirement> near)
    {
        (this.kept, this.near) = (kept, near);
    }

    /// <summary>The cheapest that meets <paramref name="kept"/>; null where nothing does.</summary>
    public static Design? Cheapest(SearchSpace space, Choice choice, IReadOnlyList<Requirement> kept) => Nearest(space, choice, kept, []);

    /// <summary>Null where nothing meets <paramref name="kept"/>.</summary>
    public static Design? Nearest(SearchSpace space, Choice choice, IReadOnlyList<Requirement> kept, IReadOnlyList<Requirement> near)
    {
        var search = new DesignSearch(kept, near);
        foreach (var plot in space.Plots.Where(plot => choice.Admits(plot.Reach, plot.Topology)))
        {
            search.Try(plot, choice);
        }

        return search.best;
    }

    private void Try(Plot plot, Choice choice)
    {
        var ground = plot.Ground;
        if (best is not null && bestDistance == 0 && plot.LeastMonthly > best.Monthly)
        {
            return;
        }

        if (!CanBeBest(plot.Reach, ground.Tally) || plot.Contenders(choice) is not { Count: > 0 } tiers)
        {
            return;
        }

        var rest = new Tally[tiers.Count + 1];
        rest[^1] = Tally.Empty;
        for (var tier = tiers.Count - 1; tier >= 0; tier--)
        {
            rest[tier] = tiers[tier].Select(option => option.Tally).Aggregate((one, other) => one.Best(other)).Plus(rest[tier + 1]);
        }

        Descend(ground, tiers, rest, 0, ground.Tally, new TierOption[tiers.Count]);
    }

    private void Descend(Ground ground, IReadOnlyList<IReadOnlyList<TierOption>> tiers, Tally[] rest, int tier, Tally sum, TierOption[] taken)
    {
        if (!CanBeBest(ground.Reach, sum.Plus(rest[tier])))
        {
            return;
        }

        if (tier == tiers.Count)
        {
            Keep(new Design(ground, [.. taken]));
            return;
        }

        foreach (var option in tiers[tier])
        {
            taken[tier] = option;
            Descend(ground, tiers, rest, tier + 1, sum.Plus(option.Tally), taken);
        }
    }

    private void Keep(Design design)
    {
        var distance = Distance(design.Promise);
        if (best is null || distance < bestDistance || (distance == bestDistance && Design.Cheapest.Compare(design, best) < 0))
        {
            (best, bestDistance) = (design, distance);
        }
    }

    /// <summary>What is equal goes on: the simpler is still to be found.</summary>
    private bool CanBeBest(Reach reach, Tally tally)
    {
        if (best is not null && bestDistance == 0 && tally.Monthly > best.Monthly)
        {
            return false;
        }

        var promise = Promise.Of(reach, tally);
        foreach (var requirement in kept)
        {
            if (!requirement.IsMetBy(promise))
            {
                return false;
            }
        }

        return best is null || near.Count == 0 || Distance(promise) is var distance && (distance < bestDistance || (distance == bestDistance && promise.Monthly <= best.Monthly));
    }

    private decimal Distance(Promise promise) => near.Sum(requirement => requirement.Distance(promise));
}
