using Microsoft.EntityFrameworkCore;
using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;
using Portal.Tests.Databases;
using Portal.Tests.Worker.Deployments;

namespace Portal.Tests.Data.Deployments;

public sealed class ShiftStoreTests
{
    private const string Target = $"{SmallShop.Account}/{SmallShop.Region}";
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Take_ByManyAtOnce_GivesEachAnEpochOfItsOwn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var targets = database.Get<TargetStore>();

        var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => targets.TakeAsync(Target, $"node {n}", None))));

        Assert.Equal(Enumerable.Range(1, 8).Select(n => (long)n), leases.Select(l => l.Epoch).Order());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task B71_StaleShift_WritesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var (stale, order, model) = await BegunAsync(database);
        await database.Get<TargetStore>().TakeAsync(Target, "the other one", None);
        var writes = database.Get<ShiftStore>();
        var intent = new NewIntent(SmallShop.Stacks[0], StackOperation.CreateChangeSet, "token", order.Content.Digest);

        await Assert.ThrowsAsync<StaleEpochException>(() => writes.SaveAsync(stale, model, model with { State = DeploymentState.Succeeded }, [intent], None));
        await Assert.ThrowsAsync<StaleEpochException>(() => writes.AppendAsync(stale, order.EnvironmentId, SmallShop.Stacks[0], [Event(order.EnvironmentId, "e1")], None));
        await Assert.ThrowsAsync<StaleEpochException>(() => writes.RefuseAsync(stale, order.Id, "cause", "next", None));

        await using var db = database.Open();
        Assert.Empty(await db.Set<IntentRow>().ToListAsync());
        Assert.DoesNotContain(await db.Set<EventRow>().ToListAsync(), e => e.Kind != EventKind.State);
        Assert.Equal(DeploymentState.Running, (await db.Set<DeploymentRow>().SingleAsync()).State);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task B10_EventThatArrivesTwice_IsStoredOnce_AndTheSameIdInAnotherStackToo(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var (lease, order, _) = await BegunAsync(database);
        var writes = database.Get<ShiftStore>();

        await writes.AppendAsync(lease, order.EnvironmentId, "a", [Event(order.EnvironmentId, "e1", "a"), Event(order.EnvironmentId, "e2", "a")], None);
        await writes.AppendAsync(lease, order.EnvironmentId, "a", [Event(order.EnvironmentId, "e2", "a"), Event(order.EnvironmentId, "e3", "a")], None);
        await writes.AppendAsync(lease, order.EnvironmentId, "b", [Event(order.EnvironmentId, "e1", "b")], None);

        var stored = (await database.Get<EventStore>().AfterAsync(order.EnvironmentId, 0, 100, None)).Where(e => e.Kind != EventKind.State).Select(e => e.Stack + e.EventId);
        Assert.Equal(["ae1", "ae2", "ae3", "be1"], stored);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Model_WithACallWithoutOutcome_IsInDoubt_UntilALookResolvesIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var (lease, order, model) = await BegunAsync(database);
        var (writes, deployments) = (database.Get<ShiftStore>(), database.Get<DeploymentStore>());
        var step = DeploymentStep.Next(model, [], TimeProvider.System.GetUtcNow());
        await writes.SaveAsync(lease, model, step.Model, [new NewIntent(step.Model.Stacks[0].Name, StackOperation.CreateChangeSet, "token", order.Content.Digest)], None);

        var loaded = await deployments.ModelAsync(order, TimeSpan.FromSeconds(1), None);
        Assert.Equal((StackPhase.Unknown, StackOperation.CreateChangeSet), (loaded.Stacks[0].Phase, loaded.Stacks[0].InDoubt!.Value));

        var looked = DeploymentStep.Next(loaded, [new Observation.StackSeen(loaded.Stacks[0].Name, null)], TimeProvider.System.GetUtcNow());
        await writes.SaveAsync(lease, loaded, looked.Model, [], None);

        Assert.Null((await deployments.ModelAsync(order, TimeSpan.FromSeconds(1), None)).Stacks[0].InDoubt);
        await using var db = database.Open();
        Assert.Equal(IntentOutcome.Refused, (await db.Set<IntentRow>().SingleAsync()).Outcome);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task End_OfADestroy_GivesNameAddressesAndClaimsBack(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var (lease, _, model) = await BegunAsync(database);
        await using (var before = database.Open())
        {
            Assert.Equal(3, await before.Set<StackDeploymentRow>().CountAsync(s => s.Claim != null));
            await before.Set<DeploymentRow>().ExecuteUpdateAsync(s => s.SetProperty(d => d.Kind, DeploymentKind.Destroy));
            before.Add(new AddressRow { Cidr = "10.64.16.0/20", RequestId = (await before.Set<AddressRow>().SingleAsync()).RequestId, Ordinal = 1 });
            await before.SaveChangesAsync();
        }

        await database.Get<ShiftStore>().SaveAsync(lease, model, model with { State = DeploymentState.Succeeded }, [], None);

        await using var db = database.Open();
        Assert.Equal(EnvironmentState.Destroyed, (await db.Set<EnvironmentRow>().SingleAsync()).State);
        Assert.Empty(await db.Set<AddressRow>().ToListAsync());
        Assert.Null((await db.Set<RequestRow>().SingleAsync()).TakenName);
        Assert.All(await db.Set<StackDeploymentRow>().ToListAsync(), s => Assert.Null(s.Claim));
    }

    private static async Task<(Lease, DeploymentOrder, DeploymentModel)> BegunAsync(TestDatabase database)
    {
        await Orders.CreateAsync(database, SmallShop.Folder());
        var targets = database.Get<TargetStore>();
        Assert.Equal([Target], await targets.DueAsync(None));
        var lease = await targets.TakeAsync(Target, "me", None);
        var order = await database.Get<DeploymentStore>().OrderAsync(Assert.Single(await targets.DeploymentsAsync(Target, None)), None);
        Assert.True(await database.Get<ShiftStore>().BeginAsync(lease, order, order.Images, None));
        return (lease, order, await database.Get<DeploymentStore>().ModelAsync(order, TimeSpan.FromSeconds(1), None));
    }

    private static EventRow Event(EnvironmentId environment, string id, string stack = "s") => new()
    {
        EventId = id,
        EnvironmentId = environment,
        Kind = EventKind.Resource,
        Stack = stack,
        Status = "CREATE_COMPLETE",
    };
}
