namespace Portal.Sandbox.Resources;

/// <summary>How Ref values and attributes of each type look, from <c>Data/resource-values.csv</c>.</summary>
internal static class ValuePatterns
{
    public const string Ref = "Ref";

    private static readonly Dictionary<(string Type, string Attribute), string> Patterns =
        EmbeddedTable.Read("resource-values.csv").ToDictionary(c => (c[0], c[1]), c => c[2]);

    public static string? Find(string type, string attribute) => Patterns.GetValueOrDefault((type, attribute));
}
