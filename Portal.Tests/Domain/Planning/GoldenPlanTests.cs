using System.Text.RegularExpressions;
using Portal.Domain.Requests;
using Portal.Tests.Architecture;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>One small plan folder, byte for byte, so that a change of any rule, price or module shows as a readable difference.</summary>
public sealed class GoldenPlanTests
{
    private static readonly string Golden = Path.Combine(Repository.Root, "Portal.Tests", "Domain", "Planning", "Golden");

    [Fact]
    public void SmallPlan_IsTheAcceptedOne()
    {
        var actual = Designs.Run(Make.Sheet(Stage.Development)).Files;
        var accepted = Directory.GetFiles(Golden, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(Golden, file).Replace('\\', '/'), File.ReadAllText);

        var changed = actual.Keys.Union(accepted.Keys).Where(path => actual.GetValueOrDefault(path) != accepted.GetValueOrDefault(path)).Order(StringComparer.Ordinal).ToList();

        if (changed.Count > 0)
        {
            var written = Write(actual);
            Assert.Fail($"{string.Join(", ", changed)} changed. Fix the code or accept the files: diff -r {Golden} {written}, then rm -r {Golden} && cp -r {written} {Golden}");
        }
    }

    [Fact]
    public void AcceptedFiles_NameNoMachineAndNoDay() =>
        Assert.All(Directory.GetFiles(Golden, "*", SearchOption.AllDirectories), file => Assert.DoesNotMatch(new Regex(Regex.Escape(Repository.Root) + @"|/(home|root|tmp)/|localhost|T\d\d:\d\d"), File.ReadAllText(file)));

    private static string Write(IReadOnlyDictionary<string, string> files)
    {
        var folder = Directory.CreateTempSubdirectory("portal-golden-").FullName;
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return folder;
    }
}
