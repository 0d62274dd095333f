using System.ComponentModel;
using System.Diagnostics;
using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

/// <summary>cfn-lint finds neither an error nor a warning, in the modules as written and as resolved.</summary>
public sealed class CfnLintTests
{
    [Fact]
    public async Task Lint_FindsNothingInTheSources() =>
        await AssertClean(TemplateCatalogue.Sources().ToDictionary(file => file.Name, file => file.Source));

    [Fact]
    public async Task Lint_FindsNothingInWhatIsResolved() =>
        await AssertClean(TemplateCatalogue.Load().SelectMany(module => ModuleGrid.PairsOf(module.Name)).Select(cell => (cell.Module, cell.Resolve().Body)).Distinct()
            .Select((cell, i) => (Name: $"{cell.Module}-{i}", cell.Body)).ToDictionary(file => file.Name, file => file.Body));

    [Fact]
    public async Task Lint_FindsWhatIsBroken()
    {
        var (exitCode, report) = await Lint(new() { ["broken"] = "Resources: {R: {Type: AWS::S3::Bucket, Properties: {Nmae: x}}}" });

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Nmae", report, StringComparison.Ordinal);
    }

    private static async Task AssertClean(Dictionary<string, string> templates)
    {
        Assert.NotEmpty(templates);
        var (exitCode, report) = await Lint(templates);
        Assert.True(exitCode == 0 && report.Length == 0, $"cfn-lint ended with {exitCode}:\n{report}");
    }

    private static async Task<(int ExitCode, string Report)> Lint(Dictionary<string, string> templates)
    {
        var folder = Directory.CreateTempSubdirectory("portal-cfn-lint-");
        try
        {
            foreach (var (name, body) in templates)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".yaml"), body);
            using var lint = Start(folder.FullName);
            var report = lint.StandardOutput.ReadToEndAsync();
            var errors = await lint.StandardError.ReadToEndAsync();
            await lint.WaitForExitAsync();
            return (lint.ExitCode, await report + errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("cfn-lint", ["--format", "parseable", "--", .. Directory.GetFiles(folder)])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("cfn-lint is not installed, so NO template was linted: pip install cfn-lint==1.51.0");
            throw;
        }
    }
}
