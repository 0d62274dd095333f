namespace Portal.Domain.Planning.Document;

/// <summary>What would be built if a decision had gone the other way: the whole design that the alternative's price and floor are of.</summary>
/// <param name="Topic">Of the decision.</param>
/// <param name="Option">Of the alternative.</param>
/// <param name="Folder">Its plan and templates, without decisions, frontier and trace, which only a chosen design has, and without any other file: nobody signs it.</param>
public sealed record AlternativePlan(string Topic, string Option, PlanFolder Folder)
{
    public override string ToString() => $"{Topic}: {Option}";
}
