using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Portal.Data.Storage;
using Portal.Web.Identity;

namespace Portal.Web.Hosting;

/// <summary>
/// The whole portal on one machine: starts the built sandbox and worker beside this process and keeps them running. They are children that end
/// with it, and simulated AWS is all they may speak to.
/// </summary>
internal sealed class Embedded(IConfiguration configuration, DatabaseSettings database, IHostApplicationLifetime host, ILoggerFactory loggers, TimeProvider clock) : BackgroundService
{
    private const string ListeningPrefix = "listening on ";

    /// <summary>Where people and their AWS command lines look for a simulated AWS.</summary>
    private const int UsualPort = 4566;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The pages come first: they need neither child to be shown.
        await host.StartedAsync(stoppingToken);
        var url = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var sandbox = Supervise("Portal.Sandbox", () => SandboxArguments(url), EmbeddedSettings.None, line => Hear(line, url));
        var worker = Supervise("Portal.Worker", () => ["--parent-stdin"], () => WorkerSettings(url.Task.Result), _ => { });
        await Task.WhenAll(sandbox.RunAsync(stoppingToken), AfterAsync(url.Task, worker, stoppingToken));
    }

    private SupervisedProcess Supervise(string program, Func<IReadOnlyList<string>> arguments, Func<IReadOnlyDictionary<string, string>> settings, Action<string> heard) =>
        new(ChildProgram.Find(program), arguments, settings, heard, loggers.CreateLogger(program), clock);

    private static async Task AfterAsync(Task<string> sandbox, SupervisedProcess worker, CancellationToken cancellationToken)
    {
        await sandbox.WaitAsync(cancellationToken);
        await worker.RunAsync(cancellationToken);
    }

    private static void Hear(string line, TaskCompletionSource<string> url)
    {
        if (line.StartsWith(ListeningPrefix, StringComparison.Ordinal))
        {
            url.TrySetResult(line[ListeningPrefix.Length..].Trim());
        }
    }

    /// <summary>The first start takes the usual port, or any where that is taken; a later one the same port, which the worker knows.</summary>
    private List<string> SandboxArguments(TaskCompletionSource<string> url) =>
    [
        "--port", (url.Task.IsCompletedSuccessfully ? new Uri(url.Task.Result).Port : IsFree(UsualPort) ? UsualPort : 0).ToString(CultureInfo.InvariantCulture),
        "--speed", configuration["Sandbox:Speed"] ?? "60",
        "--data", Path.Combine(DataFolder.Of(configuration), "sandbox.json"),
        "--parent-stdin",
    ];

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private Dictionary<string, string> WorkerSettings(string sandbox) => new()
    {
        ["Database__Provider"] = "sqlite",
        ["ConnectionStrings__Portal"] = database.ConnectionString,
        ["Portal__DataFolder"] = DataFolder.Of(configuration),
        ["Authentication__Mode"] = SignInSettings.From(configuration).Mode,
        ["Aws__Mode"] = "sandbox",
        ["Aws__ServiceUrl"] = sandbox,
    };
}

internal static class HostStart
{
    /// <summary>Until the process listens; where that fails nothing is started.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime host, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
