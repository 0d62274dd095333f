using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Data.Deployments;

/// <summary>A call that is about to be made; stored before it leaves.</summary>
public sealed record NewIntent(string Stack, StackOperation Operation, string Token, Digest Digest);

/// <summary>How a call ended.</summary>
public sealed record IntentEnd(long Seq, IntentOutcome Outcome, string? AwsRequestId, string? Error);
