using System.Globalization;

namespace Portal.Domain.Templates;

/// <summary>Makes a module of a file's text.</summary>
public static class ModuleReader
{
    public static TemplateModule Read(string name, string source)
    {
        var root = TemplateReader.Read(source);
        var portal = root.Section("Metadata").Section("Portal");
        return new()
        {
            Name = name,
            Source = source,
            Root = root,
            Title = portal.Text("Title") ?? "",
            Description = root.Text("Description") ?? "",
            GuideSteps = Texts(portal["Guide"]),
            ForPeople = Texts(portal["ForPeople"]),
            Parameters = [.. root.Section("Parameters").Entries.Select(entry => ReadParameter(entry.Key, entry.Value))],
            Resources = [.. root.Section("Resources").Entries.Select(entry => ReadResource(entry.Key, entry.Value))],
            Outputs = [.. root.Section("Outputs").Entries.Select(entry => ReadOutput(entry.Key, entry.Value))],
            Capabilities = TemplateCapabilities.Of(root),
        };
    }

    private static TemplateParameter ReadParameter(string name, TemplateNode node)
    {
        var map = Map($"Parameters/{name}", node);
        return new()
        {
            Name = name,
            Type = map.Text("Type") ?? throw new TemplateException($"Parameters/{name}", "a parameter has a Type"),
            Default = map.Text("Default"),
            Description = map.Text("Description") ?? "",
            AllowedValues = Texts(map["AllowedValues"]),
            AllowedPattern = map.Text("AllowedPattern"),
            MinLength = (int?)Number(map, "MinLength"),
            MaxLength = (int?)Number(map, "MaxLength"),
            MinValue = Number(map, "MinValue"),
            MaxValue = Number(map, "MaxValue"),
        };
    }

    private static ModuleResource ReadResource(string name, TemplateNode node)
    {
        var map = Map($"Resources/{name}", node);
        return new(
            name,
            map.Text("Type") ?? throw new TemplateException($"Resources/{name}", "a resource has a Type"),
            map.Section("Metadata").Section("Portal").Text("Purpose") ?? "",
            map.Text("Condition"));
    }

    private static ModuleOutput ReadOutput(string name, TemplateNode node)
    {
        var map = Map($"Outputs/{name}", node);
        return new(name, map.Text("Description") ?? "", map.Text("Condition"));
    }

    private static TemplateMap Map(string path, TemplateNode node) =>
        node as TemplateMap ?? throw new TemplateException(path, "a mapping is expected");

    private static IReadOnlyList<string> Texts(TemplateNode? node) =>
        node is TemplateList list ? [.. list.Items.OfType<TemplateScalar>().Select(item => item.Text)] : [];

    private static decimal? Number(TemplateMap map, string key) =>
        map.Text(key) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}
