namespace Portal.Domain.Planning.Search;

/// <summary>Takes the cheapest design that meets everything.</summary>
public sealed class Chooser(SearchSpace space, IReadOnlyList<Requirement> requirements)
{
    public SearchSpace Space => space;

    /// <summary>Over everything that is offered for a sheet.</summary>
    public static Chooser Of(PlanningInput input) => new(SearchSpace.Of(input), Requirement.Of(input.Sheet));

    public IReadOnlyList<Requirement> Requirements => requirements;

    /// <summary>All but the budget.</summary>
    public IReadOnlyList<Requirement> Hard { get; } = [.. requirements.Where(requirement => !requirement.IsBudget)];

    /// <summary>Null where nothing meets it all.</summary>
    public Design? Best() => Best(Choice.Free, requirements);

    /// <summary>The cheapest with a choice forced that meets these requirements; null where nothing does.</summary>
    public Design? Best(Choice choice, IReadOnlyList<Requirement> asked) => DesignSearch.Cheapest(space, choice, asked);

    /// <summary>
    /// The cheapest whole design with a choice forced; where none meets everything, the one that misses the fewest requirements, then the nearest; null where the choice leaves none.
    /// </summary>
    public Design? Forced(Choice choice)
    {
        return Best(choice, requirements) ?? Best(choice, Hard) ?? Near(choice);
    }

    public bool MeetsAll(Design design) => requirements.All(requirement => requirement.IsMetBy(design.Promise));

    public IReadOnlyList<Requirement> Missed(Design design) => [.. requirements.Where(requirement => !requirement.IsMetBy(design.Promise))];

    /// <summary>How far a design is from what it misses, each relative to what was asked.</summary>
    public decimal Distance(Design design) => Missed(design).Sum(requirement => requirement.Distance(design.Promise));

    /// <summary>Of the designs that miss one requirement beside the budget, else two, and so on, the one that comes nearest.</summary>
    private Design? Near(Choice choice)
    {
        for (var missed = 1; missed <= Hard.Count; missed++)
        {
            var found = Subsets.Of(Hard, missed).Select(given => DesignSearch.Nearest(space, choice, [.. Hard.Except(given)], given)).OfType<Design>().ToList();
            if (found.Count > 0)
            {
                return found.OrderBy(design => Missed(design).Count).ThenBy(Distance).ThenBy(design => design, Design.Cheapest).First();
            }
        }

        return null;
    }
}
