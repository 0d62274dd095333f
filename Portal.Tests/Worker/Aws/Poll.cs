namespace Portal.Tests.Worker.Aws;

internal static class Poll
{
    /// <summary>Waits for the condition itself; a generous end keeps a broken test from hanging.</summary>
    public static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await condition())
            await Task.Delay(5, enough.Token);
    }
}
