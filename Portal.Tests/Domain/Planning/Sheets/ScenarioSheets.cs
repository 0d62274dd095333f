using Portal.Domain.Requests;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>Sheets of environments that people would ask for, in <c>Scenarios/</c>; each says what it is.</summary>
internal static class ScenarioSheets
{
    public const string Impossible = "impossible";

    /// <summary>Those that can be built.</summary>
    public static IReadOnlyList<string> Names { get; } = ["booking", "courses", "telemetry", "wiki"];

    public static RequestSheet Of(string name) =>
        RequestReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "Portal.Tests", "Domain", "Planning", "Scenarios", name + ".yaml"))).Expect();
}
