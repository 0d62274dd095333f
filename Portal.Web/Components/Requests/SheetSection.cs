namespace Portal.Web.Components.Requests;

/// <summary>A page of the form, and which paths of the sheet it holds.</summary>
public sealed record SheetSection(string Key, string Word)
{
    public static readonly SheetSection Basics = new("basics", "Basics");
    public static readonly SheetSection Traffic = new("traffic", "Traffic");
    public static readonly SheetSection Promise = new("promise", "Promise");
    public static readonly SheetSection Data = new("data", "Data");
    public static readonly SheetSection Network = new("network", "Network");
    public static readonly SheetSection Money = new("money", "Money");
    public static readonly SheetSection Yaml = new("yaml", "YAML");

    public static IReadOnlyList<SheetSection> All { get; } = [Basics, Traffic, Promise, Data, Network, Money, Yaml];

    /// <summary>Where the field with the path stands; what no field shows is found in the YAML.</summary>
    public static SheetSection Of(string path) => path.Split('.', '[')[0] switch
    {
        "placement" when path.StartsWith("placement.residency", StringComparison.Ordinal) => Promise,
        "metadata" or "placement" or "lifetime" => Basics,
        "traffic" when path.StartsWith("traffic.static", StringComparison.Ordinal) || path.StartsWith("traffic.edge", StringComparison.Ordinal) || path == "traffic.cacheablePercent" => Data,
        "traffic" or "application" => Traffic,
        "availability" or "recovery" or "compliance" => Promise,
        "data" => Data,
        "network" or "dns" => Network,
        "budget" => Money,
        _ => Yaml,
    };

    public static SheetSection Named(string key) => All.FirstOrDefault(s => s.Key == key) ?? Basics;
}
