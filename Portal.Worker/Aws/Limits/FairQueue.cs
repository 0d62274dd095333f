namespace Portal.Worker.Aws.Limits;

/// <summary>First come, first served within a flow; flows take turns, so that a team with a thousand calls does not hold up one with a single call.</summary>
internal sealed class FairQueue
{
    private readonly Dictionary<string, Queue<TaskCompletionSource>> flows = [];
    private readonly Queue<string> turns = [];

    public void Enqueue(string flow, TaskCompletionSource waiter)
    {
        if (!flows.TryGetValue(flow, out var waiting))
        {
            flows[flow] = waiting = new();
            turns.Enqueue(flow);
        }
        waiting.Enqueue(waiter);
    }

    /// <summary>Somebody waits who has not given up.</summary>
    public bool HasWaiter()
    {
        while (turns.TryPeek(out var flow))
        {
            var waiting = flows[flow];
            while (waiting.TryPeek(out var waiter) && waiter.Task.IsCompleted)
                waiting.Dequeue();
            if (waiting.Count > 0)
                return true;
            flows.Remove(turns.Dequeue());
        }
        return false;
    }

    /// <summary>Lets the next one go; false where it gave up at the same moment.</summary>
    public bool Release()
    {
        var flow = turns.Dequeue();
        var waiter = flows[flow].Dequeue();
        if (flows[flow].Count > 0)
            turns.Enqueue(flow);
        else
            flows.Remove(flow);
        return waiter.TrySetResult();
    }
}
