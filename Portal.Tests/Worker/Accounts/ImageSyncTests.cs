using Portal.Data.Accounts;
using Portal.Tests.Processes;
using Portal.Tests.Worker.Deployments;

namespace Portal.Tests.Worker.Accounts;

public sealed class ImageSyncTests
{
    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1")]
    [InlineData("us-east-1")]
    public async Task Worker_SoonAfterItsStart_KnowsTheImagesThatApproversSign(string region)
    {
        await using var bench = await Bench.OfAsync();

        await bench.WorkAsync();

        IReadOnlyDictionary<string, string> known = new Dictionary<string, string>();
        await Eventually.BeAsync(
            async () => (known = await bench.Database.Get<ImageStore>().KnownAsync(region, CancellationToken.None)).Count == 2,
            TimeSpan.FromSeconds(60),
            () => $"{region}: {string.Join(", ", known)}");
        Assert.All(known, image => Assert.Matches($"^{region}/aws/service/.+(arm64|x86_64)$", image.Key));
        Assert.All(known.Values, id => Assert.StartsWith("ami-", id, StringComparison.Ordinal));
    }
}
