using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>What a judge holds against one resource.</summary>
/// <param name="Pack">AwsSolutions, HIPAA, PCI, NIST or ControlTower.</param>
/// <param name="Level"><c>error</c>, <c>warning</c>, or <c>undecided</c> where only a deployment can tell.</param>
internal sealed record JudgeFinding(string Pack, string Rule, string Resource, string Type, string Level, string Text)
{
    public override string ToString() => $"{Pack} {Rule} ({Level}) {Resource}: {Text}";
}

/// <summary>What came of it.</summary>
/// <param name="Asked">How many rules of each pack looked at a resource.</param>
internal sealed record Judgement(IReadOnlyDictionary<string, int> Asked, IReadOnlyList<JudgeFinding> Findings);

/// <summary>cdk-nag and cfn-guard, which others wrote; a test that needs them is skipped loudly where they are missing.</summary>
internal static class TemplateJudges
{
    private static readonly string Home = Path.Combine(Repository.Root, "tools", "judges");

    /// <summary>One judgement for each template, in order; many at once cost little more than one.</summary>
    public static async Task<IReadOnlyList<Judgement>> AskAsync(IReadOnlyList<string> templates)
    {
        if (!Directory.Exists(Path.Combine(Home, "node_modules", "cdk-nag")))
            Assert.Skip("The judges are not installed, so NO plan was judged: npm ci --ignore-scripts --prefix tools/judges");
        var folder = Directory.CreateTempSubdirectory("portal-judged-");
        try
        {
            var files = templates.Select((_, index) => Path.Combine(folder.FullName, $"{index}.json")).ToList();
            foreach (var (file, template) in files.Zip(templates))
                await File.WriteAllTextAsync(file, template);
            using var node = Start(files);
            var report = node.StandardOutput.ReadToEndAsync();
            var errors = await node.StandardError.ReadToEndAsync();
            await node.WaitForExitAsync();
            Assert.True(node.ExitCode == 0, $"the judges ended with {node.ExitCode}: {errors}");
            return JsonSerializer.Deserialize<List<Judgement>>(await report, JsonSerializerOptions.Web)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(IEnumerable<string> files)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", [Path.Combine(Home, "judge.js"), .. files]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"node is not installed, so NO plan was judged: {missing.Message}");
            throw;
        }
    }
}
