using Portal.Domain.Controls;

namespace Portal.Domain.Planning.Document;

/// <summary>
/// A plan as people stand to it on one day. Digest and signed files stay what they are: a waiver stands beside the plan and is recorded with each
/// signature that rests on it.
/// </summary>
public static class WaivedPlan
{
    /// <summary>The controls as they stand; a warning that a control fails goes where somebody answers for it.</summary>
    public static Plan Of(Plan plan, IReadOnlyList<ControlStanding> controls)
    {
        var answered = ControlParts.Warnings(controls.Where(control => control.Waiver is not null).Select(control => control.Planned)).ToHashSet();
        return plan with
        {
            Controls = [.. controls.Select(control => control.Finding)],
            Warnings = [.. plan.Warnings.Where(warning => !answered.Contains(warning))],
        };
    }
}
