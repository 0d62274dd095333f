using Portal.Domain.Identity;

namespace Portal.Domain.Controls;

/// <summary>Who may waive what, and for how long. Services ask before they write, pages before they offer.</summary>
public static class WaiverRule
{
    /// <summary>Characters; shorter says nothing that an auditor could follow.</summary>
    public const int ShortestReason = 10;

    /// <summary>Characters; what needs more belongs in a document that the reason names.</summary>
    public const int LongestReason = 500;

    /// <summary>Years from today: whoever answers for something looks at it again at least that often.</summary>
    public const int LongestYears = 1;

    /// <summary>
    /// Null when <paramref name="actor"/> may answer for what <paramref name="requester"/> asked for; else why not. As with signatures it takes an approver
    /// other than who asked; an auditor looks at waivers and therefore gives none.
    /// </summary>
    public static Problem? MayWaive(Actor actor, string requester) => actor switch
    {
        _ when actor.UserName == requester => new Problem("", "You asked for this yourself; somebody else has to answer for what it breaks."),
        _ when !actor.Is(Role.Approver) => new Problem("", "Only an approver may waive a control."),
        _ => null,
    };

    /// <summary>The last day that a waiver given today may name.</summary>
    public static DateOnly LastDay(DateOnly today) => today.AddYears(LongestYears);

    /// <summary>Null where the control failed and nobody answers for it, or where the plan does not have it at all; else why nothing is there to waive.</summary>
    public static Problem? NothingToWaive(IReadOnlyList<ControlStanding> controls, string control) => controls.FirstOrDefault(each => each.Planned.Id == control) switch
    {
        { Waiver: { } waiver } => new Problem("control", $"{waiver.By} answers for {control} until {waiver.Until:yyyy-MM-dd} already; withdraw that first."),
        { Planned.Status: not FindingStatus.Failed and var status } => new Problem("control", $"{control} is {Wire.Name(status)}; only a failed control is waived."),
        _ => null,
    };

    /// <summary>Everything that is wrong with what was sent, each with its field.</summary>
    public static IReadOnlyList<Problem> Faults(IReadOnlyList<ControlStanding> controls, string control, string reason, DateOnly? until, DateOnly today)
    {
        var faults = new List<Problem>();
        if (controls.All(each => each.Planned.Id != control))
        {
            faults.Add(new Problem("control", control.Length == 0 ? "Name the control." : "The plan has no such control."));
        }

        if (reason.Trim().Length is < ShortestReason or > LongestReason)
        {
            faults.Add(new Problem("reason", $"Say why it may stay broken, in {ShortestReason} to {LongestReason} characters."));
        }

        if (until is null || until < today || until > LastDay(today))
        {
            faults.Add(new Problem("until", $"A day from {today:yyyy-MM-dd} to {LastDay(today):yyyy-MM-dd}."));
        }

        return faults;
    }
}
