using System.Diagnostics;
using Portal.Tests;

namespace Portal.Bench;

/// <summary>The whole command <c>plan SHEET --out DIR</c>, start of the process included.</summary>
internal static class CommandSpeed
{
    private const int Times = 10;

    public static void Measure(BenchReport report)
    {
        var worker = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../Portal.Worker/bin", Configuration(), "net10.0/Portal.Worker.dll"));
        var folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        try
        {
            var sheet = Path.Combine(folder, "sheet.yaml");
            File.WriteAllText(sheet, Make.SheetYaml(Portal.Domain.Requests.Stage.Production));
            report.Add("the command plan, as a process", "ms", new Samples(Enumerable.Range(0, Times).Select(_ => PlanSpeed.Milliseconds(() => Run(worker, sheet, Path.Combine(folder, "plan")))).ToList()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string worker, string sheet, string output)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [worker, "plan", sheet, "--out", output]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (printed, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"plan ended with {process.ExitCode}: {printed.Result}{errors.Result}");
        }
    }

    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
