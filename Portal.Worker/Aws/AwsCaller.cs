using Portal.Worker.Aws.Limits;
using Portal.Worker.Aws.Wire;

namespace Portal.Worker.Aws;

/// <summary>What stands around every call: its turn, one renewed session where the old one has ended, and failures in our own terms.</summary>
internal sealed class AwsCaller(TargetLimiter limiter, TargetCredentials credentials, string flow)
{
    public Task<T> ReadAsync<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync(OperationClass.Read, operation, call, cancellationToken);

    public Task<T> MutateAsync<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync(OperationClass.Mutation, operation, call, cancellationToken);

    /// <summary>Null where AWS says that it does not exist.</summary>
    public Task<T?> FindAsync<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class =>
        UnlessGoneAsync(() => ReadAsync(operation, call, cancellationToken));

    /// <summary>Each page of a list is a read of its own.</summary>
    public WireGate<T> Gate<T>(string operation) => (call, cancellationToken) => ReadAsync(operation, call, cancellationToken);

    public static async Task<T?> UnlessGoneAsync<T>(Func<Task<T>> call)
        where T : class?
    {
        try
        {
            return await call();
        }
        catch (AwsException gone) when (gone.Fault == AwsFault.NotFound)
        {
            return null;
        }
    }

    private async Task<T> CallAsync<T>(OperationClass kind, string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var session = await credentials.CurrentAsync(cancellationToken);
        try
        {
            return await OnceAsync(kind, operation, call, cancellationToken);
        }
        catch (AwsException ended) when (ended.Fault == AwsFault.Expired)
        {
            // AWS did nothing with it, so the same call may be made once more in a new session.
            credentials.Forget(session);
            return await OnceAsync(kind, operation, call, cancellationToken);
        }
    }

    private async Task<T> OnceAsync<T>(OperationClass kind, string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        await limiter.WaitAsync(kind, flow, cancellationToken);
        await credentials.CurrentAsync(cancellationToken);
        try
        {
            return await call(cancellationToken);
        }
        catch (Exception failure) when (AwsFailures.Knows(failure) && !cancellationToken.IsCancellationRequested)
        {
            var translated = AwsFailures.Translate(operation, failure);
            if (translated.Fault == AwsFault.Throttled)
                limiter.SlowDown();
            throw translated;
        }
    }
}
