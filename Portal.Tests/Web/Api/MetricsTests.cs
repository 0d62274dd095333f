using Portal.Data.Storage;

namespace Portal.Tests.Web.Api;

public sealed class MetricsTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Metrics_CountWhatThereIs_WithoutNamingAnything(DatabaseProvider provider)
    {
        await using var portal = await PortalHost.StartAsync(provider);
        await portal.RequestAsync("secret-name");
        await portal.ApprovedAsync();
        using var monitor = portal.Anonymous();

        var text = await monitor.GetStringAsync("/metrics");

        Assert.Contains("# TYPE portal_requests gauge\n", text, StringComparison.Ordinal);
        Assert.Contains("portal_requests{state=\"draft\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("portal_requests{state=\"approved\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("portal_requests{state=\"rejected\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("portal_environments{state=\"deploying\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("portal_deployments{state=\"queued\"} 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-name", text, StringComparison.Ordinal);
    }
}
