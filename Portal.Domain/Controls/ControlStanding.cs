namespace Portal.Domain.Controls;

/// <summary>How a control of a plan stands on one day: what the plan says of it, and who answers for it where it failed.</summary>
/// <param name="Planned">The finding of the plan, which knows no waivers: these bytes are signed.</param>
/// <param name="Waiver">The waiver that holds on that day; null where none does, and where nothing failed.</param>
/// <param name="Expired">The last waiver of a failed control for which none holds any more.</param>
public sealed record ControlStanding(Finding Planned, Waiver? Waiver, Waiver? Expired)
{
    /// <summary>The finding with its waiver: <see cref="FindingStatus.Waived"/> instead of failed, evidence as before.</summary>
    public Finding Finding => Waiver is null
        ? Planned
        : Planned with { Status = FindingStatus.Waived, Action = $"{Planned.Action} Waived until {Waiver.Until:yyyy-MM-dd} by {Waiver.By}: {Waiver.Reason}".TrimStart() };

    /// <summary>All controls in the order of <paramref name="findings"/>; of several waivers of one control the one that lasts longest counts.</summary>
    public static IReadOnlyList<ControlStanding> On(IReadOnlyList<Finding> findings, IReadOnlyList<Waiver> waivers, DateOnly day) =>
        [.. findings.Select(finding => Of(finding, Longest(finding, waivers), day))];

    private static ControlStanding Of(Finding finding, Waiver? waiver, DateOnly day) => waiver switch
    {
        null => new(finding, null, null),
        _ when waiver.Holds(day) => new(finding, waiver, null),
        _ => new(finding, null, waiver),
    };

    private static Waiver? Longest(Finding finding, IReadOnlyList<Waiver> waivers) => finding.Status != FindingStatus.Failed
        ? null
        : waivers.Where(waiver => waiver.Control == finding.Id).OrderByDescending(waiver => waiver.Until).ThenBy(waiver => waiver.By, StringComparer.Ordinal).FirstOrDefault();
}
