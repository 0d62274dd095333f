using Portal.Domain;
using Portal.Domain.Approvals;
using Portal.Domain.Controls;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Web.Components.Kit;

/// <summary>How a state is shown: its word, its meaning, its icon. One table for every state the portal knows.</summary>
public sealed record StatusLook(string Word, Tone Tone, string? OwnIcon = null)
{
    public string Icon => OwnIcon ?? Tone.Css();

    public static StatusLook Of(RequestState state) => state switch
    {
        RequestState.Draft => new("Draft", Tone.Neutral, "edit"),
        RequestState.Submitted => new("Waiting for approval", Tone.Progress, "waiting"),
        RequestState.Approved => new("Approved", Tone.Good),
        RequestState.Rejected => new("Rejected", Tone.Bad),
        RequestState.SentBack => new("Sent back", Tone.Attention, "undo"),
        RequestState.Superseded => new("Superseded", Tone.Neutral),
        _ => Unknown(state),
    };

    public static StatusLook Of(EnvironmentState state) => state switch
    {
        EnvironmentState.Planned => new("Planned", Tone.Neutral),
        EnvironmentState.AwaitingApproval => new("Awaiting approval", Tone.Progress, "waiting"),
        EnvironmentState.Deploying => new("Deploying", Tone.Progress),
        EnvironmentState.Waiting => new("Waiting", Tone.Attention, "waiting"),
        EnvironmentState.Running => new("Running", Tone.Good),
        EnvironmentState.Updating => new("Updating", Tone.Progress),
        EnvironmentState.Failed => new("Failed", Tone.Bad),
        EnvironmentState.Destroying => new("Destroying", Tone.Progress, "destroy"),
        EnvironmentState.Destroyed => new("Destroyed", Tone.Neutral),
        _ => Unknown(state),
    };

    public static StatusLook Of(DeploymentState state) => state switch
    {
        DeploymentState.Queued => new("Queued", Tone.Neutral, "waiting"),
        DeploymentState.Running => new("Running", Tone.Progress),
        DeploymentState.Waiting => new("Waiting", Tone.Attention, "waiting"),
        DeploymentState.Succeeded => new("Succeeded", Tone.Good),
        DeploymentState.Failed => new("Failed", Tone.Bad),
        DeploymentState.Cancelled => new("Cancelled", Tone.Neutral, "stop"),
        _ => Unknown(state),
    };

    public static StatusLook Of(StackPhase phase) => phase switch
    {
        StackPhase.Pending => new("Not started", Tone.Neutral, "waiting"),
        StackPhase.Preparing => new("Preparing", Tone.Progress),
        StackPhase.Working => new("Working", Tone.Progress),
        StackPhase.Protecting => new("Protecting", Tone.Progress, "lock"),
        StackPhase.Unprotecting => new("Lifting protection", Tone.Progress, "lock"),
        StackPhase.Unknown => new("Being looked up", Tone.Attention),
        StackPhase.Done => new("Done", Tone.Good),
        StackPhase.Failed => new("Failed", Tone.Bad),
        _ => Unknown(phase),
    };

    public static StatusLook Of(FindingStatus status) => status switch
    {
        FindingStatus.Satisfied => new("Satisfied", Tone.Good),
        FindingStatus.Organisational => new("Up to people", Tone.Neutral, "person"),
        FindingStatus.Waived => new("Waived", Tone.Attention),
        FindingStatus.Failed => new("Failed", Tone.Bad),
        _ => Unknown(status),
    };

    public static StatusLook Of(ApprovalDecision decision) => decision switch
    {
        ApprovalDecision.Approve => new("Approved", Tone.Good),
        ApprovalDecision.Reject => new("Rejected", Tone.Bad),
        ApprovalDecision.SendBack => new("Sent back", Tone.Attention, "undo"),
        _ => Unknown(decision),
    };

    public static StatusLook Of(RefusalKind kind) => kind switch
    {
        RefusalKind.Infeasible => new("Cannot be met", Tone.Bad),
        RefusalKind.Unsupported => new("Not offered", Tone.Attention),
        RefusalKind.NoPrice => new("No price known", Tone.Attention),
        _ => Unknown(kind),
    };

    /// <summary>CloudFormation's statuses keep their spelling; an event may also carry the environment's state.</summary>
    public static StatusLook OfAws(string status) => status switch
    {
        _ when Wire.TryParse<EnvironmentState>(status, out var state) => Of(state),
        _ when status.Contains("FAILED", StringComparison.Ordinal) => new(status, Tone.Bad),
        _ when status.Contains("ROLLBACK", StringComparison.Ordinal) => new(status, status.EndsWith("IN_PROGRESS", StringComparison.Ordinal) ? Tone.Attention : Tone.Bad),
        _ when status.EndsWith("IN_PROGRESS", StringComparison.Ordinal) => new(status, Tone.Progress),
        "DELETE_COMPLETE" or "DELETE_SKIPPED" => new(status, Tone.Neutral),
        _ when status.EndsWith("COMPLETE", StringComparison.Ordinal) => new(status, Tone.Good),
        _ => new(status, Tone.Neutral),
    };

    private static StatusLook Unknown(object value) => new(value.ToString() ?? "", Tone.Neutral);
}
