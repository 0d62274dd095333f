using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>docs/architecture.md draws these arrows; nothing points another way.</summary>
public sealed partial class ArrowTests
{
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Portal.Domain", [] },
        { "Portal.Data", ["Portal.Domain"] },
        { "Portal.Worker", ["Portal.Domain", "Portal.Data"] },
        { "Portal.Web", ["Portal.Domain", "Portal.Data"] },
        { "Portal.Sandbox", [] },
        { "Portal.BrowserTests", [] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Project_UsesTypes_OnlyOfTheProjectsItsArrowsPointAt(string project, string[] allowed)
    {
        var used = Repository.ProjectReferences(project).Where(r => r.UsesTypes).Select(r => r.Name);

        Assert.Equal(allowed.Order(), used.Order());
    }

    [Fact]
    public void Domain_NeedsOnePackage() => Assert.Equal(["YamlDotNet"], Repository.Packages("Portal.Domain"));

    [Fact]
    public void Web_HoldsNoAwsClient() => Assert.DoesNotContain(Repository.Packages("Portal.Web"), p => p.StartsWith("AWSSDK", StringComparison.Ordinal));

    [Fact]
    public void Domain_TouchesNothingOutside()
    {
        var offences = Repository.Sources("Portal.Domain", ".cs")
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, index)))
            .Where(l => OutsideWorld().IsMatch(l.line))
            .Select(l => $"{Path.GetRelativePath(Repository.Root, l.file)}:{l.index + 1}: {l.line.Trim()}");

        Assert.Empty(offences);
    }

    [GeneratedRegex(@"\b(File|Directory|Process|Console|Socket|HttpClient|TimeProvider\.System|Random\.Shared)\b\s*[.(]|Environment\.(GetEnvironmentVariable|CurrentDirectory|Exit)|Guid\.NewGuid")]
    private static partial Regex OutsideWorld();
}
