namespace Portal.Tests.Worker.Aws;

internal static class Poll
{
    /// <summary>Waits for the condition itself; a generous end keeps a broken test from hanging.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(5, enough.Token);
    }
}
