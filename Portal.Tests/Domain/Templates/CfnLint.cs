using System.ComponentModel;
using System.Diagnostics;

namespace Portal.Tests.Domain.Templates;

/// <summary>The linter that others wrote, as a second opinion; a test that needs it is skipped loudly where it is missing.</summary>
internal static class CfnLint
{
    public static async Task AssertCleanAsync(Dictionary<string, string> templates)
    {
        Assert.NotEmpty(templates);
        var (exitCode, report) = await RunAsync(templates);
        Assert.True(exitCode == 0 && report.Length == 0, $"cfn-lint ended with {exitCode}:\n{report}");
    }

    public static async Task<(int ExitCode, string Report)> RunAsync(Dictionary<string, string> templates)
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
