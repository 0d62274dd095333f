using Portal.Sandbox;

namespace Portal.Tests.Sandbox;

/// <summary>A sandbox so fast that every operation is over at once; tests use names of their own.</summary>
public sealed class FastSandbox : IAsyncLifetime
{
    public SandboxHost Host { get; private set; } = null!;
    public SandboxCaller Aws { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await SandboxHost.StartAsync(new SandboxOptions { Speed = 100_000 });
        Aws = SandboxCaller.Of(Host);
    }

    public async ValueTask DisposeAsync()
    {
        Aws.Dispose();
        await Host.DisposeAsync();
    }
}

/// <summary>A sandbox in which nothing ends by itself: tests move its clock.</summary>
public sealed class SlowSandbox : IAsyncDisposable
{
    private readonly SandboxHost host;

    private SlowSandbox(SandboxHost host)
    {
        this.host = host;
        Aws = SandboxCaller.Of(host);
    }

    public SandboxCaller Aws { get; }

    public static async Task<SlowSandbox> StartAsync() => new(await SandboxHost.StartAsync(new SandboxOptions { Speed = 1 }));

    public Task AdvanceAsync(TimeSpan by) => Aws.ControlAsync("clock", new { advanceSeconds = by.TotalSeconds });

    public async ValueTask DisposeAsync()
    {
        Aws.Dispose();
        await host.DisposeAsync();
    }
}
