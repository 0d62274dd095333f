using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Approvals;

/// <summary>Something that was asked, and the signatures under it.</summary>
/// <param name="Kind">What was asked.</param>
/// <param name="RequestedBy">Who asked: may not be the one who signs.</param>
/// <param name="Digest">What a signature has to name to count.</param>
/// <param name="Signatures">All decisions about that revision.</param>
public sealed record SignedContent(RequestKind Kind, string RequestedBy, Digest Digest, IReadOnlyList<Approval> Signatures);
