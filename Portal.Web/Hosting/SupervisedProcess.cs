using System.Diagnostics;

namespace Portal.Web.Hosting;

/// <summary>
/// Keeps one child process running: started again when it ends, later each time while it keeps ending. Its stdin stays open as long as this
/// process lives; when that ends in whatever way, the child reads the end of it and stops.
/// </summary>
internal sealed partial class SupervisedProcess(
    string dll,
    Func<IReadOnlyList<string>> arguments,
    Func<IReadOnlyDictionary<string, string>> settings,
    Action<string> heard,
    ILogger logger,
    TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Healthy = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    // What this process listens on is not for its children, and keys of a real account never reach the simulated one.
    private static readonly string[] NotInherited = ["ASPNETCORE_URLS", "URLS", "ASPNETCORE_HTTP_PORTS", "HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "HTTPS_PORTS", "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_REGION", "AWS_ENDPOINT_URL"];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        while (!cancellationToken.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            var code = await RunOnceAsync(cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            pause = clock.GetElapsedTime(started) > Healthy ? FirstPause : pause;
            Ended(logger, code, pause.TotalSeconds);
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Start() };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Complain(line.Data);
        process.Start();
        Started(logger, process.Id);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
        }

        return process.ExitCode;
    }

    /// <summary>Asked first, ended then.</summary>
    private static async Task EndAsync(Process process)
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Grace);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(ChildProgram.DotnetHost(), [dll, .. arguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => NotInherited.Contains(k.ToUpperInvariant()) || k.StartsWith("Kestrel__", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            heard(line);
            Said(logger, line);
        }
    }

    private void Complain(string? line)
    {
        if (line is not null)
        {
            Complained(logger, line);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Started as process {ProcessId}")]
    private static partial void Started(ILogger logger, int processId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ended with {ExitCode}; starting again in {Seconds} s")]
    private static partial void Ended(ILogger logger, int exitCode, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
    private static partial void Said(ILogger logger, string line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Line}")]
    private static partial void Complained(ILogger logger, string line);
}
