using System.Text.Json;

namespace Portal.AwsClientGenerator;

/// <summary>Service models in, one C# file for each service out. The same models give the same bytes.</summary>
public static class Generator
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>File name and text of each service in the folder's <c>manifest.json</c>.</summary>
    public static IReadOnlyList<(string File, string Text)> Render(string modelsFolder, string space)
    {
        var manifest = Read<SortedDictionary<string, ManifestEntry>>(Path.Combine(modelsFolder, "manifest.json"));
        return [.. manifest.Select(entry => (entry.Value.Name + ".g.cs", Render(modelsFolder, entry.Key, entry.Value, space)))];
    }

    private static string Render(string modelsFolder, string service, ManifestEntry entry, string space) =>
        new ServiceFile(new ServiceModel(Read<ModelFile>(Path.Combine(modelsFolder, service + ".json")), entry), space).Render();

    private static T Read<T>(string path) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json) ?? throw new InvalidDataException($"{path} is empty");
}
