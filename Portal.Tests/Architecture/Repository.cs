using System.Xml.Linq;

namespace Portal.Tests.Architecture;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Names of the projects that one project references, whether it uses their types or only builds them.</summary>
    public static IReadOnlyList<(string Name, bool UsesTypes)> ProjectReferences(string project) =>
        [.. Items(project, "ProjectReference").Select(r => (
            Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')),
            (string?)r.Attribute("ReferenceOutputAssembly") != "false"))];

    public static IReadOnlyList<string> Packages(string project) => [.. Items(project, "PackageReference").Select(r => (string)r.Attribute("Include")!)];

    public static IEnumerable<string> Sources(string project, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(Path.GetExtension(f)) && !f.Contains("/obj/") && !f.Contains("/bin/"));

    private static IEnumerable<XElement> Items(string project, string name) =>
        XDocument.Load(Path.Combine(Root, project, project + ".csproj")).Descendants(name);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Portal.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside a checkout."));
}
