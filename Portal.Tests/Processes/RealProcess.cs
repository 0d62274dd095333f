using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Portal.Tests.Processes;

/// <summary>One of the portal's programs as a process of its own, built as the solution built it. Killed with its children when disposed.</summary>
public sealed class RealProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private RealProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public string Output => string.Join('\n', lines);

    /// <param name="program"><c>Portal.Web</c>, <c>Portal.Worker</c> or <c>Portal.Sandbox</c>.</param>
    /// <param name="settings">Configuration keys with ':' as separator.</param>
    /// <param name="arguments">Words of the command line.</param>
    public static RealProcess Start(string program, IEnumerable<KeyValuePair<string, string?>> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Dll(program), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var real = new RealProcess(new Process { StartInfo = start });
        real.process.OutputDataReceived += (_, e) => real.Keep(e.Data);
        real.process.ErrorDataReceived += (_, e) => real.Keep(e.Data);
        real.process.Start();
        real.process.BeginOutputReadLine();
        real.process.BeginErrorReadLine();
        return real;
    }

    /// <summary>The first line of output that matches, now or later.</summary>
    public Task<Match> SaysAsync(string pattern) =>
        Eventually.GetAsync(() => Task.FromResult(lines.Select(l => Regex.Match(l, pattern)).FirstOrDefault(m => m.Success)), Patience, () => $"The process never said {pattern}. It said:\n{Output}", () => process.HasExited);

    /// <summary>As a supervisor that goes away.</summary>
    public void CloseInput() => process.StandardInput.Close();

    /// <summary>As a power cut would: no handler runs.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task<int> ExitCodeAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    /// <summary>The program where the build left it: beside this project, same configuration.</summary>
    public static string Dll(string program)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = output.Parent!.Name;
        return Path.Combine(output.Parent!.Parent!.Parent!.Parent!.FullName, program, "bin", configuration, output.Name, program + ".dll");
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
