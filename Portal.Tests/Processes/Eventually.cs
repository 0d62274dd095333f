namespace Portal.Tests.Processes;

/// <summary>Waits for a condition of another process; the deadline only says when to give up.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <param name="hopeless">True once waiting longer cannot help; looked at before the last try.</param>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, TimeSpan patience, Func<string> complaint, Func<bool>? hopeless = null) where T : class
    {
        using var deadline = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            var lost = deadline.IsCancellationRequested || hopeless?.Invoke() == true;
            if (await look() is { } found)
            {
                return found;
            }

            if (lost)
            {
                throw new TimeoutException(complaint());
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public static Task BeAsync(Func<Task<bool>> look, TimeSpan patience, Func<string> complaint) =>
        GetAsync(async () => await look() ? "yes" : null, patience, complaint);
}
