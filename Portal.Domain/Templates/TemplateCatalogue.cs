using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Portal.Domain.Templates;

/// <summary>The modules that are built into the portal: every file of <c>templates/</c>.</summary>
public static class TemplateCatalogue
{
    private const string Prefix = "templates/";
    private const string Suffix = ".yaml";
    private static readonly Lazy<ImmutableArray<TemplateModule>> Modules = new(ReadAll);

    /// <summary>All modules, sorted by name. Read once; throws <see cref="TemplateException"/> where a file is not a module.</summary>
    public static IReadOnlyList<TemplateModule> Load() => Modules.Value;

    /// <summary>The module of that name; throws <see cref="TemplateException"/> where there is none.</summary>
    public static TemplateModule Module(string name) =>
        Modules.Value.FirstOrDefault(module => module.Name == name) ?? throw new TemplateException("", $"there is no module {name}");

    /// <summary>Name and text of every embedded file, readable or not, for those who judge them.</summary>
    public static IEnumerable<(string Name, string Source)> Sources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal) && resource.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(resource => resource[Prefix.Length..^Suffix.Length]);
        foreach (var name in names.Order(StringComparer.Ordinal))
            yield return (name, ReadText(assembly, Prefix + name + Suffix));
    }

    private static ImmutableArray<TemplateModule> ReadAll() =>
        [.. Sources().Select(file => ModuleReader.Read(file.Name, file.Source)).OrderBy(module => module.Name, StringComparer.Ordinal)];

    private static string ReadText(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is listed but not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
