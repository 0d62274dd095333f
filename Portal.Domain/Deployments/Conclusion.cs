namespace Portal.Domain.Deployments;

/// <summary>How a deployment ends: the first cause, what is safe, and the one next action.</summary>
internal static class Conclusion
{
    public static DeploymentModel Of(DeploymentModel model)
    {
        var stacks = model.Stacks.Values;
        if (stacks.Any(s => s.IsActive))
            return model;
        if (stacks.All(s => s.Phase == StackPhase.Done))
            return model with { State = DeploymentState.Succeeded, Waiting = null };
        var failed = stacks.Where(s => s.Phase == StackPhase.Failed).OrderBy(s => s.EndedAt).ThenBy(s => s.Position).FirstOrDefault();
        if (failed is not null)
            return model with { State = DeploymentState.Failed, Waiting = null, FirstCause = $"Stack {failed.Name}: {failed.Cause}", NextAction = AfterFailure(model) };
        return model.CancelAsked ? model with { State = DeploymentState.Cancelled, Waiting = null, FirstCause = "Somebody asked to stop.", NextAction = AfterCancel(model) } : model;
    }

    private static string AfterFailure(DeploymentModel model) => model.Kind == DeploymentKind.Create
        ? $"{Safe(model)} Correct the cause and retry: what stands is kept and only the rest is made again."
        : $"{Left(model)} Correct the cause and destroy again: what is gone stays gone.";

    private static string AfterCancel(DeploymentModel model) => $"{Safe(model)} Retry to go on from there, or destroy the environment.";

    private static string Safe(DeploymentModel model) => Names(model, s => s.Phase == StackPhase.Done) is { Length: > 0 } standing
        ? $"These stacks stand unharmed and are paid for: {standing}."
        : "No stack of it stands.";

    private static string Left(DeploymentModel model) => $"These stacks still stand: {Names(model, s => s.Phase != StackPhase.Done)}.";

    private static string Names(DeploymentModel model, Func<StackModel, bool> which) => string.Join(", ", model.Stacks.Values.Where(which).Select(s => s.Name));
}
