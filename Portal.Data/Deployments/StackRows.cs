using Portal.Data.Storage;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Data.Deployments;

/// <summary>Between a stack's row and the step function's state.</summary>
internal static class StackRows
{
    public static StackModel ToModel(StackDeploymentRow row, StackPlan plan, IntentRow? undecided)
    {
        var model = new StackModel
        {
            Plan = plan,
            Position = row.Position,
            Phase = row.Phase,
            PhaseSince = row.PhaseSince,
            StackId = row.StackId,
            ChangeSetId = row.ChangeSetId,
            Status = row.Status,
            StatusReason = row.StatusReason,
            Outputs = Json.Read<Dictionary<string, string>>(row.Outputs),
            LastEventId = row.LastEventId,
            ExecutedAt = row.ExecutedAt,
            FailedDeletions = row.FailedDeletions,
            Cause = row.Cause,
            StartedAt = row.StartedAt,
            EndedAt = row.EndedAt,
        };
        return undecided is null || !model.IsActive ? model : model with { Phase = StackPhase.Unknown, InDoubt = Enum.Parse<StackOperation>(undecided.Operation), DoubtSince = undecided.At };
    }

    public static void Write(StackModel model, StackDeploymentRow row)
    {
        row.Phase = model.Phase;
        row.PhaseSince = model.PhaseSince;
        row.StackId = model.StackId;
        row.ChangeSetId = model.ChangeSetId;
        row.Status = model.Status;
        row.StatusReason = model.StatusReason;
        row.Outputs = Json.Of(model.Outputs);
        row.LastEventId = model.LastEventId;
        row.ExecutedAt = model.ExecutedAt;
        row.FailedDeletions = model.FailedDeletions;
        row.Cause = model.Cause;
        row.StartedAt = model.StartedAt;
        row.EndedAt = model.EndedAt;
    }

    /// <summary>What is stored of it; equal records need no write.</summary>
    public static StackModel Stored(StackModel model) => model with { ReadAt = default, Failures = 0, LastFailure = null, Settling = null, Resolved = null, InDoubt = null, DoubtSince = default };
}
