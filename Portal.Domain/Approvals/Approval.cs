using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Approvals;

/// <summary>One signature: who decided what about exactly which bytes.</summary>
public sealed record Approval
{
    public required string UserName { get; init; }

    public required ApprovalDecision Decision { get; init; }

    public required Digest Digest { get; init; }

    public required BaseState BaseState { get; init; }

    public string? Comment { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The waivers that held when an approval was signed and without which it could not have been; empty with every other decision.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];
}
