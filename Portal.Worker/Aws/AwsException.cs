namespace Portal.Worker.Aws;

/// <summary>The one exception that leaves the AWS clients (cancellation by the caller apart).</summary>
public sealed class AwsException(AwsFault fault, string operation, string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public AwsFault Fault { get; } = fault;

    /// <summary>The call, as AWS names it: <c>ExecuteChangeSet</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>AWS's error code on the wire, such as <c>ChangeSetNotFound</c>; the exception's name where AWS gave none.</summary>
    public string Code { get; } = code;

    /// <summary>HTTP status, 0 where no answer came.</summary>
    public int Status { get; init; }

    public string? RequestId { get; init; }

    /// <summary>The call may have taken effect: read back with the same name and token before doing anything else.</summary>
    public bool MayHaveHappened => Fault == AwsFault.Ambiguous;

    /// <summary>The same call may succeed later without anybody changing anything.</summary>
    public bool IsPassing => Fault is AwsFault.Throttled or AwsFault.Unreachable or AwsFault.Ambiguous or AwsFault.Skewed;
}
