using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>What moto made of a twin.</summary>
/// <param name="Differences">Between the module's stack and the resolved one: resources, properties, outputs and what the services show of them.</param>
/// <param name="Evaluated">How many resources moto evaluated.</param>
/// <param name="Described">How many things its services showed.</param>
/// <param name="Types">The types of the stack that it makes.</param>
internal sealed record MotoReport(string Cell, IReadOnlyList<string> Differences, int Evaluated, int Described, IReadOnlyList<string> Types);

/// <summary>moto, an AWS by other hands with an evaluator of its own; a test that needs it is skipped loudly where it is missing.</summary>
internal static class MotoTwins
{
    private const int NotInstalled = 77;

    public static async Task<IReadOnlyList<MotoReport>> DeployAsync(IReadOnlyList<Twin> twins)
    {
        using var python = Start();
        var (output, errors) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
        try
        {
            foreach (var twin in twins)
                await python.StandardInput.WriteLineAsync(JsonSerializer.Serialize(
                    new { cell = twin.Cell, region = twin.Region, module = twin.Source, given = twin.Given, resolved = twin.Resolved.Body, left = twin.Left }));
            python.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all; its exit code says why.
        }

        await python.WaitForExitAsync();
        Assert.SkipWhen(python.ExitCode == NotInstalled, $"moto is not installed, so NO module was deployed: {await errors}");
        Assert.True(python.ExitCode == 0, await errors);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<MotoReport>(line, JsonSerializerOptions.Web)!)];
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", [Path.Combine(Repository.Root, "Portal.Tests/Domain/Templates/Judges/twins.py")])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"python3 is not installed, so NO module was deployed: {missing.Message}");
            throw;
        }
    }
}
