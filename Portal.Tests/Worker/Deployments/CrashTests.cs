using Microsoft.EntityFrameworkCore;
using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Data.Storage;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Tests.Processes;

namespace Portal.Tests.Worker.Deployments;

/// <summary>Real worker processes, killed as a power cut would.</summary>
public sealed class CrashTests
{
    private const string Started = "Shift on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Where the worker dies: after so many accepted calls of that kind.</summary>
    public static TheoryData<DatabaseProvider, string, int> Points => new()
    {
        { DatabaseProvider.Sqlite, "CreateChangeSet", 1 },
        { DatabaseProvider.Sqlite, "ExecuteChangeSet", 2 },
        { DatabaseProvider.PostgreSql, "ExecuteChangeSet", 1 },
        { DatabaseProvider.PostgreSql, "UpdateTerminationProtection", 1 },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public async Task B40_KillInMidDeployment_AndRestart_FinishesWithOneExecutionAStack(DatabaseProvider provider, string operation, int count)
    {
        await using var bench = await Bench.OfAsync(provider, speed: 20);
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await using (var first = bench.StartProcess())
        {
            await AcceptedAsync(bench, operation, count, first);
            await first.KillAsync();
        }

        await using var second = bench.StartProcess();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        await AssertBuiltOnceAsync(bench, id);
    }

    [Fact]
    public async Task B40_OneOfTwoWorkersIsKilled_TheOtherFinishes()
    {
        await using var bench = await Bench.OfAsync(DatabaseProvider.PostgreSql, speed: 20);
        await using var first = bench.StartProcess();
        await using var second = bench.StartProcess();
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await AcceptedAsync(bench, "ExecuteChangeSet", 1, first);
        var atWork = first.Output.Contains(Started, StringComparison.Ordinal) ? first : second;

        await atWork.KillAsync();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        await AssertBuiltOnceAsync(bench, id);
        Assert.Contains(Started, (atWork == first ? second : first).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B43_WorkerThatSleepsThroughItsReplacement_WakesUpHarmless()
    {
        await using var bench = await Bench.OfAsync(DatabaseProvider.PostgreSql, speed: 20);
        await using var first = bench.StartProcess();
        await using var second = bench.StartProcess();
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await AcceptedAsync(bench, "CreateChangeSet", 1, first);
        var (sleeper, other) = first.Output.Contains(Started, StringComparison.Ordinal) ? (first, second) : (second, first);

        await SignalAsync(sleeper, "STOP");
        await other.SaysAsync(Started);
        await SignalAsync(sleeper, "CONT");
        await bench.BecomesAsync(id, EnvironmentState.Running);

        await AssertBuiltOnceAsync(bench, id);
        Assert.False(sleeper.HasExited);
    }

    [Fact]
    public async Task B69_WorkerThatIsAskedToEnd_HandsOver_AndLeavesNothingInDoubt()
    {
        await using var bench = await Bench.OfAsync(speed: 20);
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await using (var first = bench.StartProcess())
        {
            await AcceptedAsync(bench, "ExecuteChangeSet", 1, first);
            await SignalAsync(first, "TERM");
            Assert.Equal(0, await first.ExitCodeAsync());
        }

        await using (var db = bench.Database.Open())
        {
            Assert.DoesNotContain(await db.Set<IntentRow>().ToListAsync(), i => i.Outcome is null or IntentOutcome.Unknown);
        }

        await using var second = bench.StartProcess();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        await AssertBuiltOnceAsync(bench, id);
    }

    private static async Task SignalAsync(RealProcess process, string signal)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private static Task AcceptedAsync(Bench bench, string operation, int count, RealProcess worker) => Eventually.BeAsync(
        async () => (await bench.Aws.JournalAsync()).Count(j => j.Operation == operation && j.Outcome == "accepted") >= count,
        Patience,
        () => $"{operation} was not accepted {count} times. The worker said:\n{worker.Output}");

    /// <summary>I1, I4, I5.</summary>
    private static async Task AssertBuiltOnceAsync(Bench bench, EnvironmentId id)
    {
        var executed = (await bench.Aws.JournalAsync()).Where(j => j is { Operation: "ExecuteChangeSet", Outcome: "accepted" }).Select(j => j.Stack!).Order();
        Assert.Equal(SmallShop.Stacks.Order(), executed);
        var stacks = await bench.Aws.StacksAsync();
        Assert.Equal(SmallShop.Stacks.Order(), stacks.Select(s => s.Name).Order());
        Assert.All(stacks, s => Assert.Equal(("CREATE_COMPLETE", true), (s.Status, s.TerminationProtection)));
        var deployment = await Orders.DeploymentAsync(bench.Database, id);
        Assert.Equal(DeploymentState.Succeeded, deployment.State);
        Assert.Equal(stacks.ToDictionary(s => s.Name, s => (s.Id, s.Status)).OrderBy(s => s.Key), deployment.Stacks.ToDictionary(s => s.Name, s => (s.StackId!, s.Status!)).OrderBy(s => s.Key));
        var stored = (await bench.Database.Get<EventStore>().NewestAsync(id, 1000, CancellationToken.None)).Where(e => e.Kind != EventKind.State).Select(e => e.EventId);
        Assert.Equal((await bench.Aws.EventIdsAsync()).Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
    }
}
