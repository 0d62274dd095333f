using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;

namespace Portal.Web.Controls;

/// <summary>A plan as it is signed, and how its controls stand on a day.</summary>
public sealed record StandingPlan(PlanFolder Folder, IReadOnlyList<ControlStanding> Controls, DateOnly Today)
{
    /// <summary>The waivers that hold and without which a control would fail.</summary>
    public IReadOnlyList<Waiver> Waivers { get; } = [.. Controls.Select(control => control.Waiver).OfType<Waiver>()];

    /// <summary>The plan with its waivers; digest and stacks are those that are signed.</summary>
    public Plan Plan { get; } = WaivedPlan.Of(Folder.Plan, Controls);

    /// <summary>What pages show: every file as it is signed, the plan with its waivers.</summary>
    public PlanFolder Shown => Folder with { Plan = Plan };

    /// <summary>The plan document of today: the signed bytes where nothing is waived.</summary>
    public string Document => Waivers.Count == 0 ? Folder.Files[PlanFolder.PlanPath] : PlanJson.Write(Plan);
}
