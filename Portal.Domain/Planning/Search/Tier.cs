namespace Portal.Domain.Planning.Search;

/// <summary>A part of the design that is chosen by itself: within one plot tiers change neither each other's price nor each other's promises.</summary>
public enum Tier
{
    /// <summary>What users meet first: content delivery network, firewall, the way names lead to regions.</summary>
    Front,
    Fleet,
    Relational,
    Table,
    Cache,
    Objects,
}
