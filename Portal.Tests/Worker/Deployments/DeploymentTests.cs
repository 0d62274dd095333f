using Portal.Data.Environments;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Requests;

namespace Portal.Tests.Worker.Deployments;

/// <summary>The engine over real wires: a worker, the sandbox, a database.</summary>
public sealed class DeploymentTests
{
    [Fact]
    public async Task Create_BuildsStacksInOrder_AndProtectsThem()
    {
        await using var bench = await Bench.OfAsync();
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());

        await bench.WorkAsync();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        var stacks = await bench.Aws.StacksAsync();
        Assert.Equal(SmallShop.Stacks.Order(), stacks.Select(s => s.Name).Order());
        Assert.All(stacks, s => Assert.Equal(("CREATE_COMPLETE", true), (s.Status, s.TerminationProtection)));
        Assert.Contains("Update:Replace", stacks.Single(s => s.Name == SmallShop.Name("data")).StackPolicy, StringComparison.Ordinal);
        var (network, app) = (stacks.Single(s => s.Name == SmallShop.Name("network")), stacks.Single(s => s.Name == SmallShop.Name("app")));
        Assert.Equal(network.Outputs["VpcId"], app.Parameters!["VpcId"]);
        Assert.StartsWith("ami-", app.Parameters["ImageId"], StringComparison.Ordinal);
        var deployment = await Orders.DeploymentAsync(bench.Database, id);
        Assert.Equal(DeploymentState.Succeeded, deployment.State);
        Assert.Equal(await bench.Aws.EventIdsAsync(), await StoredEventIdsAsync(bench, id), Same);
    }

    [Fact]
    public async Task Destroy_TakesProtectionOff_DeletesInReverse_AndGivesTheNameBack()
    {
        await using var bench = await Bench.OfAsync();
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await bench.WorkAsync();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        await Orders.AskAsync(bench.Database, id, RequestKind.Destroy);
        await bench.BecomesAsync(id, EnvironmentState.Destroyed);

        Assert.All(await bench.Aws.StacksAsync(), s => Assert.Equal("DELETE_COMPLETE", s.Status));
        var deletions = (await bench.Aws.JournalAsync()).Where(j => j is { Operation: "DeleteStack", Outcome: "accepted" }).Select(j => j.Stack).ToList();
        Assert.Equal(3, deletions.Count);
        Assert.True(deletions.IndexOf(SmallShop.Name("app")) < deletions.IndexOf(SmallShop.Name("network")));
        Assert.Equal(await bench.Aws.EventIdsAsync(), await StoredEventIdsAsync(bench, id), Same);
        await Orders.CreateAsync(bench.Database, SmallShop.Folder());
    }

    private static async Task<IReadOnlyList<string>> StoredEventIdsAsync(Bench bench, EnvironmentId id) =>
        [.. (await bench.Database.Get<EventStore>().NewestAsync(id, 1000, CancellationToken.None)).Where(e => e.Kind != EventKind.State).Select(e => e.EventId)];

    private static bool Same(IReadOnlyList<string> emitted, IReadOnlyList<string> stored) => emitted.Order(StringComparer.Ordinal).SequenceEqual(stored.Order(StringComparer.Ordinal));
}
