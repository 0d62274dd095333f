using System.IO.Enumeration;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Templates.Handlers;

/// <summary>Lists of IAM's actions beside this file: a name, a colon and its actions a line.</summary>
internal static class ActionLists
{
    public static IReadOnlyDictionary<string, string[]> Read(string file) => File.ReadAllLines(Path.Combine(Repository.Root, "Portal.Tests", "Domain", "Templates", "Handlers", file))
        .Where(line => !line.StartsWith('#')).Select(line => line.Split(": ")).ToDictionary(parts => parts[0], parts => parts[1].Split(' '), StringComparer.Ordinal);

    /// <summary>As IAM does, by stars and whatever the case.</summary>
    public static bool Fits(string pattern, string action) => FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true);
}
