using Portal.Domain.Planning.Document;

namespace Portal.Domain.Deployments;

/// <summary>How long the engine waits for the same thing before it gives up and says so.</summary>
internal static class WaitBounds
{
    /// <summary>A change set, a protection call, a doubt.</summary>
    private static readonly TimeSpan Call = TimeSpan.FromMinutes(15);

    /// <summary>CloudFormation at work: at least this, else six times what is typical.</summary>
    private static readonly TimeSpan Work = TimeSpan.FromMinutes(90);

    private const int TimesTypical = 6;

    public static bool Exceeded(StackModel stack, DateTimeOffset now) => stack.IsActive && now - stack.PhaseSince > Of(stack);

    public static TimeSpan Of(StackModel stack) => stack.Phase is StackPhase.Working or StackPhase.Clearing
        ? TimeSpan.FromTicks(Math.Max(Work.Ticks, TimesTypical * TimeSpan.FromSeconds(stack.Plan.ExpectedSeconds).Ticks))
        : Call;

    public static string Cause(StackModel stack) =>
        $"It has been {Doing(stack.Phase)} for more than {Of(stack).TotalMinutes:0} minutes (last seen: {stack.Status ?? "nothing"}){Said(stack)}. The portal no longer waits for it.";

    private static string Said(StackModel stack) => stack.LastFailure is { } said ? $"; AWS said: {said}" : "";

    private static string Doing(StackPhase phase) => phase switch
    {
        StackPhase.Working => "worked on by CloudFormation",
        StackPhase.Clearing => "being deleted to make room",
        StackPhase.Unknown => "in doubt whether a call arrived",
        StackPhase.Protecting => "waiting for its protection",
        StackPhase.Unprotecting => "waiting for its protection to come off",
        _ => "waiting for its change set",
    };
}
