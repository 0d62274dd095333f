namespace Portal.Sandbox.Resources;

/// <summary>All resource types of the public CloudFormation registry; those of services an environment uses with their properties.</summary>
public static class ResourceCatalogue
{
    private static readonly Dictionary<string, ResourceType> Types =
        EmbeddedTable.Read("resource-types.csv").Select(Read).ToDictionary(t => t.Name);

    public static ResourceType? Find(string type) => Types.GetValueOrDefault(type);

    public static ResourceType Get(string type) => Types[type];

    private static ResourceType Read(string[] cells) => new()
    {
        Name = cells[0],
        Required = Words(cells[1]),
        Properties = Words(cells[2]).ToHashSet(),
        CreateOnly = Words(cells[3]),
        ReadOnly = Words(cells[4]),
        Identifier = Words(cells[5]),
    };

    private static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What the registry schema says about a type. Paths are dotted.</summary>
public sealed record ResourceType
{
    public required string Name { get; init; }
    public required IReadOnlyList<string> Required { get; init; }
    public required IReadOnlySet<string> Properties { get; init; }

    /// <summary>A change of these replaces the resource.</summary>
    public required IReadOnlyList<string> CreateOnly { get; init; }
    public required IReadOnlyList<string> ReadOnly { get; init; }
    public required IReadOnlyList<string> Identifier { get; init; }

    public string Service => Name.Split("::")[1];

    /// <summary>False for types of which only the name is known: nothing about them is checked.</summary>
    public bool IsDetailed => Properties.Count > 0 || ReadOnly.Count > 0;

    public bool TakesTags => Properties.Contains("Tags");

    public bool HasAttribute(string attribute) =>
        !IsDetailed || ReadOnly.Any(r => r == attribute || attribute.StartsWith(r + ".", StringComparison.Ordinal)) || ValuePatterns.Find(Name, attribute) is not null;
}
