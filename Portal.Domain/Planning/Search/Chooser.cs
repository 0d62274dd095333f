namespace Portal.Domain.Planning.Search;

/// <summary>Takes the cheapest design that meets everything.</summary>
public sealed class Chooser(SearchSpace space, IReadOnlyList<Requirement> requirements)
{
    /// <summary>The same requirements, each as far away as any other where it is missed.</summary>
    private readonly IReadOnlyList<Requirement> counted = [.. requirements.Select(requirement => requirement with { Distance = promise => requirement.IsMetBy(promise) ? 0 : 1 })];

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

    /// <summary>The cheapest whole design with a choice forced; where none meets everything, the cheapest of those that miss the fewest requirements; null where the choice leaves none.</summary>
    public Design? Forced(Choice choice) => Best(choice, requirements) ?? Fewest(choice);

    /// <summary>Of the designs that a choice leaves those that miss the fewest requirements, and of these the cheapest; null where it leaves none.</summary>
    public Design? Fewest(Choice choice) => DesignSearch.Nearest(space, choice, [], counted);

    public bool MeetsAll(Design design) => requirements.All(requirement => requirement.IsMetBy(design.Promise));

    public IReadOnlyList<Requirement> Missed(Design design) => [.. requirements.Where(requirement => !requirement.IsMetBy(design.Promise))];

    /// <summary>How far a design is from what it misses, each relative to what was asked.</summary>
    public decimal Distance(Design design) => Missed(design).Sum(requirement => requirement.Distance(design.Promise));
}
