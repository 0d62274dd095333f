using System.Diagnostics;

namespace Portal.Tests.Worker.Aws;

/// <summary>moto on a port of its own choice: an AWS by other hands. It ends with this process, however that ends. Null where it is not installed.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    // The port is chosen by binding it; the server ends when our end of its input does.
    private const string Program = """
        import importlib.util, os, sys, threading
        if not importlib.util.find_spec("moto") or not importlib.util.find_spec("flask"):
            sys.exit(77)
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        from moto.server import main
        main(["-H", "127.0.0.1", "-p", "0"])
        """;

    private Process? process;
    private Task draining = Task.CompletedTask;
    private string missing = "";

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public async ValueTask InitializeAsync()
    {
        try
        {
            process = Process.Start(new ProcessStartInfo("python3", ["-c", Program]) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception none)
        {
            missing = none.Message;
            return;
        }
        while (await process.StandardError.ReadLineAsync() is { } line)
            if (line.Split("Running on ") is [_, var url])
            {
                Url = new Uri(url.Trim());
                // It writes a line a request; a full pipe would stop it.
                draining = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
                return;
            }
        await process.WaitForExitAsync();
        missing = $"python3 ended with {process.ExitCode}";
    }

    /// <summary>Skips the test, saying why, where moto does not run.</summary>
    public void Required() => Assert.SkipWhen(missing.Length > 0, $"moto is not installed, so nothing was called: {missing}");

    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        process.StandardInput.Close();
        await draining;
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
