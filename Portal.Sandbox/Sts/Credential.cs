namespace Portal.Sandbox.Sts;

/// <summary>A key pair that may sign. Temporary ones carry a session token and end.</summary>
public sealed record Credential
{
    public required string AccessKey { get; init; }
    public required string Secret { get; init; }
    public required string Account { get; init; }
    public required string Arn { get; init; }
    public required string UserId { get; init; }
    public string? SessionToken { get; init; }

    /// <summary>In real UTC, as signatures are: a clock moved by hand does not end a session.</summary>
    public DateTimeOffset? Expires { get; init; }
}
