using Portal.Worker.Aws.Limits;

namespace Portal.Tests.Worker.Aws.Limits;

/// <summary>Four calls a second in all, two of them mutations, three reads; a second's worth at once.</summary>
public sealed class TargetLimiterTests : IDisposable
{
    private readonly StepClock clock = new();
    private readonly TargetLimiter limiter;
    private readonly List<string> served = [];
    private readonly List<Task> waiting = [];

    public TargetLimiterTests() => limiter = new(new LimitSettings { CallsPerSecond = 4, MutationsPerSecond = 2, ReadsPerSecond = 3, BurstSeconds = 1 }, clock);

    public void Dispose() => limiter.Dispose();

    [Fact]
    public void Call_WithinTheBurst_GoesAtOnce()
    {
        Assert.True(Ask(OperationClass.Mutation).IsCompleted);
        Assert.True(Ask(OperationClass.Mutation).IsCompleted);
        Assert.False(Ask(OperationClass.Mutation).IsCompleted);
    }

    [Fact]
    public async Task Calls_InALongRun_KeepTheirRates()
    {
        var (mutations, reads) = (Many(OperationClass.Mutation, 1000), Many(OperationClass.Read, 1000));

        await AdvanceAsync(60);

        Assert.InRange(mutations.Count(task => task.IsCompleted), 119, 123);
        Assert.InRange(mutations.Concat(reads).Count(task => task.IsCompleted), 239, 245);
    }

    [Fact]
    public async Task Mutation_ThatCameLater_GoesBeforeReads()
    {
        // Empty the target's own bucket, leaving tokens of both classes.
        limiter.SlowDown();
        var read = Ask(OperationClass.Read);
        var mutation = Ask(OperationClass.Mutation);

        await AdvanceUntilAsync(() => read.IsCompleted || mutation.IsCompleted);

        Assert.True(mutation.IsCompleted);
        Assert.False(read.IsCompleted);
    }

    [Fact]
    public async Task Reads_WhileMutationsQueue_AreNotStarved()
    {
        Many(OperationClass.Mutation, 1000);
        var read = Many(OperationClass.Read, 10);

        await AdvanceAsync(10);

        Assert.All(read, task => Assert.True(task.IsCompleted));
    }

    [Fact]
    public async Task Flow_WithOneCall_DoesNotWaitForAFlowWithThousand()
    {
        Many(OperationClass.Mutation, 1000, "large");
        var small = Ask(OperationClass.Mutation, "small");

        await AdvanceAsync(1.1);

        Assert.True(small.IsCompleted);
    }

    [Fact]
    public async Task Waiter_WhoGivesUp_CostsNothing()
    {
        Many(OperationClass.Mutation, 2);
        using var patience = new CancellationTokenSource();
        var givenUp = limiter.WaitAsync(OperationClass.Mutation, "", patience.Token);
        var next = Ask(OperationClass.Mutation);
        await patience.CancelAsync();

        await AdvanceAsync(0.6);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        Assert.True(next.IsCompleted);
    }

    [Fact]
    public async Task Target_ThatThrottled_IsAskedAtHalfThePace_AndThenAtTheWholeAgain()
    {
        await AdvanceAsync(60);
        limiter.SlowDown();
        var calls = Many(OperationClass.Read, 1000);

        await AdvanceAsync(6);
        var slow = calls.Count(task => task.IsCompleted);
        await AdvanceAsync(60);
        var before = calls.Count(task => task.IsCompleted);
        await AdvanceAsync(10);

        Assert.InRange(slow, 10, 15);
        Assert.InRange(calls.Count(task => task.IsCompleted) - before, 29, 31);
    }

    private Task Ask(OperationClass kind, string flow = "")
    {
        var task = limiter.WaitAsync(kind, flow, CancellationToken.None);
        waiting.Add(task);
        return task;
    }

    private List<Task> Many(OperationClass kind, int count, string flow = "") => [.. Enumerable.Range(0, count).Select(_ => Ask(kind, flow))];

    private async Task AdvanceAsync(double seconds)
    {
        clock.Advance(TimeSpan.FromSeconds(seconds));
        // Who was let go is completed on the pool.
        var done = -1;
        while (waiting.Count(task => task.IsCompleted) is var now && now != done)
        {
            done = now;
            await Task.Delay(20);
        }
    }

    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        while (!condition())
            await AdvanceAsync(0.05);
    }
}
