namespace Portal.Tests.Web;

/// <summary>One portal for the tests of a class; they keep apart by names.</summary>
public sealed class SharedPortal : IAsyncLifetime
{
    public PortalHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
