using System.Diagnostics;
using System.Text.Json;
using Portal.Domain.Planning.Document;
using Portal.Tests.Processes;

namespace Portal.Tests.Worker.CommandLine;

/// <summary>The commands as real processes: what pipelines see is exit codes, stderr and files.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-command-line-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Plan_OfAFeasibleSheet_WritesTheFolderAndEndsWith0()
    {
        var target = Path.Combine(folder.FullName, "deep", "plan");

        var run = await RunAsync("plan", Sheet(), "--out", target);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var plan = PlanJson.Read(File.ReadAllText(Path.Combine(target, "plan.json")));
        Assert.True(plan.Feasible);
        Assert.Equal("10.64.0.0/20", plan.Regions[0].VpcCidr);
        Assert.All(plan.Stacks, stack => Assert.True(File.Exists(Path.Combine(target, stack.Template))));
        Assert.All(["parameters.json", "controls.json", "summary.md"], file => Assert.True(File.Exists(Path.Combine(target, file))));
        Assert.Equal(["plan"], Directory.GetFileSystemEntries(Path.GetDirectoryName(target)!).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_NamesTheCommands_AndStartsNoWorker(string word)
    {
        var run = await RunAsync(word);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(["plan SHEET --out DIR", "validate", "templates", "migrate"], command => Assert.Contains(command, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_TakesTheAddressesItIsGiven()
    {
        var run = await RunAsync("plan", Sheet(), "--out", folder.FullName, "--cidr", "10.64.32.0/20");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("10.64.32.0/20", PlanJson.Read(File.ReadAllText(Path.Combine(folder.FullName, "plan.json"))).Regions[0].VpcCidr);
    }

    [Fact]
    public async Task Plan_OfARefusedSheet_WritesTheReasonsAndEndsWith3()
    {
        var run = await RunAsync("plan", Sheet(("slaPercent: 99.9", "slaPercent: 99.9999")), "--out", folder.FullName);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("< 99.9999", run.Error, StringComparison.Ordinal);
        using var plan = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "plan.json")));
        Assert.False(plan.RootElement.GetProperty("feasible").GetBoolean());
        Assert.Equal("infeasible", plan.RootElement.GetProperty("refusals")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Plan_OfAnInvalidSheet_WritesNothing_SaysEachFaultOnALine_AndEndsWith2()
    {
        var target = Path.Combine(folder.FullName, "plan");

        var run = await RunAsync("plan", Sheet(("peakRps: 200", "peakRpss: 200"), ("slaPercent: 99.9", "slaPercent: 199")), "--out", target);

        Assert.Equal(2, run.ExitCode);
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.StartsWith("traffic.peakRpss: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("availability.slaPercent: ", StringComparison.Ordinal));
        Assert.False(Directory.Exists(target));
    }

    [Fact]
    public async Task Plan_OverAnOlderPlan_LeavesNothingOfIt()
    {
        await RunAsync("plan", Sheet(), "--out", folder.FullName);

        await RunAsync("plan", Sheet(("slaPercent: 99.9", "slaPercent: 99.9999")), "--out", folder.FullName);

        Assert.Empty(Directory.GetFiles(Path.Combine(folder.FullName, "stacks")));
    }

    [Theory]
    [InlineData("10.64.32.0/24")]
    [InlineData("8.8.0.0/20")]
    [InlineData("nonsense")]
    public async Task Plan_OnAddressesThatAreNoRange_EndsWith2(string cidr)
    {
        var run = await RunAsync("plan", Sheet(), "--out", folder.FullName, "--cidr", cidr);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("--cidr: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("plan", "sheet.yaml")]
    [InlineData("plan", "sheet.yaml", "--out")]
    [InlineData("plan", "sheet.yaml", "--out", "x", "--fast", "yes")]
    [InlineData("validate")]
    [InlineData("validate", "no-such-file.yaml")]
    public async Task WrongWords_EndWith2(params string[] words)
    {
        var run = await RunAsync(words);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Error);
    }

    [Theory]
    [InlineData("slaPercent: 99.9", "slaPercent: 99.9", 0)]
    [InlineData("slaPercent: 99.9", "slaPercent: 99.9999", 3)]
    [InlineData("slaPercent: 99.9", "slaPercent: many", 2)]
    public async Task Validate_MakesTheSameChecks_AndWritesNothing(string find, string write, int expected)
    {
        var run = await RunAsync("validate", Sheet((find, write)));

        Assert.Equal(expected, run.ExitCode);
        Assert.Equal(["sheet.yaml"], folder.GetFileSystemInfos().Select(file => file.Name));
    }

    [Fact]
    public async Task Templates_AreAllInOrder()
    {
        var run = await RunAsync("templates");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("network: ", run.Output, StringComparison.Ordinal);
    }

    private string Sheet(params (string, string)[] edits)
    {
        var path = Path.Combine(folder.FullName, "sheet.yaml");
        File.WriteAllText(path, Make.Edited(Make.SheetYaml(Portal.Domain.Requests.Stage.Production), edits));
        return path;
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [RealProcess.Dll("Portal.Worker"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, error);
    }
}
