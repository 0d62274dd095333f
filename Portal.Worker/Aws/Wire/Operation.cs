namespace Portal.Worker.Aws.Wire;

/// <summary>One call: how it is written and how its answer is read.</summary>
public sealed record Operation<TRequest, TResponse>(string Name, string Method, string Uri)
{
    public required Action<TRequest, WireRequest> Write { get; init; }

    public required Func<WireAnswer, TResponse> Read { get; init; }
}

/// <summary>Lets the caller stand between the pages of a list: waiting for its turn, translating failures.</summary>
public delegate Task<T> WireGate<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken);
