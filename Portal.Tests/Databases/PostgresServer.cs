using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Portal.Tests.Databases;

/// <summary>One throw-away PostgreSQL cluster for the whole test run, on a free loopback port, in a temporary folder.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer?>> Shared = new(StartAsync);

    private readonly string folder;
    private readonly int port;

    private PostgresServer(string folder, int port)
    {
        this.folder = folder;
        this.port = port;
    }

    /// <summary>The running server, or null where the machine has no PostgreSQL.</summary>
    public static Task<PostgresServer?> Instance => Shared.Value;

    /// <summary>A connection string to a new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "stop", "-m", "immediate", "-D", folder);
        Directory.Delete(folder, recursive: true);
    }

    internal static async ValueTask StopAsync()
    {
        if (Shared.IsValueCreated && await Shared.Value is { } server)
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<PostgresServer?> StartAsync()
    {
        if (Bin() is null)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("portal-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await Process.Start("chown", ["-R", "postgres", folder]).WaitForExitAsync();
        }

        var port = FreePort();
        await RunAsync("initdb", "-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions");
        await RunAsync("pg_ctl", "start", "-w", "-D", folder, "-l", Path.Combine(folder, "log"), "-o",
            $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300");
        return new PostgresServer(folder, port);
    }

    private static string? Bin() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : null;

    /// <summary>PostgreSQL refuses to run as root, so root lends the work to the postgres user.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Bin()!, program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        if (program == "pg_ctl")
        {
            // The server inherits the pipe: waiting for its end would wait for the server's.
            await process.WaitForExitAsync();
        }
        else
        {
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
        }

        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={port};Database={database};Username=postgres;Maximum Pool Size=40;Include Error Detail=true";
}

/// <summary>Stops the cluster when the run ends.</summary>
public sealed class PostgresShutdown : IAsyncDisposable
{
    public ValueTask DisposeAsync() => PostgresServer.StopAsync();
}
