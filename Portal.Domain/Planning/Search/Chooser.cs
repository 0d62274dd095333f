namespace Portal.Domain.Planning.Search;

/// <summary>Takes the cheapest design that meets everything.</summary>
public sealed class Chooser(SearchSpace space, IReadOnlyList<Requirement> requirements)
{
    private readonly IReadOnlyList<Design> candidates = space.Candidates(Choice.Free);

    /// <summary>All designs that can be the best for some requirements, cheapest first.</summary>
    public IReadOnlyList<Design> Candidates => candidates;

    public IReadOnlyList<Requirement> Requirements => requirements;

    /// <summary>Null where nothing meets it all.</summary>
    public Design? Best() => candidates.FirstOrDefault(MeetsAll);

    /// <summary>
    /// The cheapest whole design with a choice forced; where none meets everything, the one that comes nearest; null where the choice leaves none.
    /// </summary>
    public Design? Forced(Choice choice)
    {
        var forced = space.Candidates(choice);
        return forced.FirstOrDefault(MeetsAll) ?? forced.OrderBy(design => Missed(design).Count).ThenBy(Distance).ThenBy(design => design, Design.Cheapest).FirstOrDefault();
    }

    /// <summary>How far a design is from what it misses, each relative to what was asked.</summary>
    public decimal Distance(Design design) => Missed(design).Sum(requirement => requirement.Distance(design));

    public bool MeetsAll(Design design) => requirements.All(requirement => requirement.IsMetBy(design));

    public IReadOnlyList<Requirement> Missed(Design design) => [.. requirements.Where(requirement => !requirement.IsMetBy(design))];
}
