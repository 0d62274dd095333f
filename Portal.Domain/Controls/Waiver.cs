namespace Portal.Domain.Controls;

/// <summary>Somebody answers for a control that the plan breaks, for a time.</summary>
/// <param name="Control">Id of the control, <c>gdpr/44</c>.</param>
/// <param name="Reason">Why it may stay broken.</param>
/// <param name="Until">The last day on which the waiver counts, in UTC.</param>
/// <param name="By">User name of who answers for it.</param>
/// <param name="At">When it was given.</param>
public sealed record Waiver(string Control, string Reason, DateOnly Until, string By, DateTimeOffset At)
{
    /// <summary>An expired waiver counts as none.</summary>
    public bool Holds(DateOnly day) => day <= Until;
}
