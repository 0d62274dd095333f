namespace Portal.Domain.Planning.Search.Topics;

/// <summary>Something that was decided: what was taken, and the other choices there were.</summary>
/// <param name="Name">For people; names the decision in the plan.</param>
/// <param name="Chosen">For people.</param>
/// <param name="Otherwise">The fields that ask for such a thing at all, where nothing forces the choice.</param>
/// <param name="Why">What the choice gives, as half a sentence.</param>
/// <param name="Without">The designs that lack what was chosen and differ in nothing else that was decided: what these miss is what forces the choice. Null: nothing forces it.</param>
/// <param name="Others">The alternatives in the order to show.</param>
internal sealed record Topic(string Name, string Chosen, IReadOnlyList<string> Otherwise, string Why, Choice? Without, IEnumerable<(string Option, Choice Choice)> Others)
{
    /// <summary>Whether its options change the ground that everything stands on, so that nothing else can stay as it is.</summary>
    public bool IsGround { get; init; }

    /// <summary>Whether it is a part of reaching another region, so that where nothing else forces it what asks for the regions asks for it.</summary>
    public bool ServesRegions { get; init; }

    /// <summary>The modules whose spare parts in the first region the choice explains.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];
}
