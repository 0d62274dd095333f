using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Web.Components.Approvals;

/// <summary>What an approver must not overlook, read from the plan and its sheet.</summary>
public static class ReviewPoints
{
    public static IReadOnlyList<ReviewPoint> Of(RequestKind kind, Plan plan, RequestSheet? sheet) =>
        [.. (kind == RequestKind.Destroy ? Destroyed(plan, sheet) : Created(kind, plan)), .. kind == RequestKind.Destroy ? [] : Security(plan, sheet)];

    /// <summary>Risks that the approver ticks one by one.</summary>
    public static IReadOnlyList<string> Risks(RequestKind kind, Plan plan, RequestSheet? sheet) => kind == RequestKind.Destroy
        ? ["What is listed as irreversible will be gone"]
        : [.. FailsOpen(plan, sheet), .. plan.Controls.Where(c => c.Status == FindingStatus.Waived).Select(c => $"{c.Title} ({c.Id}) is not so: {c.Action}")];

    private static IReadOnlyList<string> FailsOpen(Plan plan, RequestSheet? sheet) =>
        plan.Edge is { Waf: true, WafFailOpen: true } && sheet is not null && sheet.Compliance.Any(c => c is ComplianceProgram.PciDss or ComplianceProgram.Hipaa)
            ? ["The web application firewall lets requests through while it is itself unavailable (fail-open)"]
            : [];

    private static IEnumerable<ReviewPoint> Destroyed(Plan plan, RequestSheet? sheet)
    {
        var kept = sheet?.Metadata.Stage != Stage.Development;
        foreach (var database in plan.Database)
        {
            yield return new(ReviewWeight.Irreversible, $"The {Domain.Wire.Name(database.Engine)} database in {database.Region} is deleted; {(kept ? "a final snapshot stays" : "no snapshot stays")}.");
        }

        foreach (var region in plan.Regions)
        {
            yield return new(ReviewWeight.Irreversible, $"All {plan.Stacks.Count(s => s.Region == region.Region)} stacks in {region.Region}, account {region.Account}, are deleted, and the addresses {region.VpcCidr} are given back.");
        }
    }

    private static IEnumerable<ReviewPoint> Created(RequestKind kind, Plan plan)
    {
        if (kind == RequestKind.Retry)
        {
            yield return new(ReviewWeight.Irreversible, "What stands of the failed creation is cleared away first, with whatever data is in it.");
        }

        var kept = plan.Stacks.Where(s => s.TerminationProtection).Select(s => s.Module).Distinct().ToList();
        if (kept.Count > 0)
        {
            yield return new(ReviewWeight.Irreversible, $"Protected from day one, so taking them down needs another signature: {string.Join(", ", kept)}.");
        }

        foreach (var region in plan.Stacks.GroupBy(s => (s.Region, s.Account)))
        {
            yield return new(ReviewWeight.New, $"{region.Count()} stacks in {region.Key.Region}, account {region.Key.Account}: {string.Join(", ", region.Select(s => s.Module))}.");
        }
    }

    private static IEnumerable<ReviewPoint> Security(Plan plan, RequestSheet? sheet)
    {
        if (sheet is not null)
        {
            yield return new(ReviewWeight.Security, Exposure(plan, sheet));
            yield return new(ReviewWeight.Security, Software(sheet.Application.Software));
        }

        if (plan.Stacks.Where(s => s.Capabilities.Count > 0).Select(s => s.Module).Distinct().ToList() is { Count: > 0 } roles)
        {
            yield return new(ReviewWeight.Security, $"Creates IAM roles: {string.Join(", ", roles)}.");
        }

        var open = plan.Controls.Count(c => c.Status is FindingStatus.Failed or FindingStatus.Waived);
        if (plan.Controls.Count > 0)
        {
            yield return new(ReviewWeight.Security, $"{plan.Controls.Count(c => c.Status == FindingStatus.Satisfied)} of {plan.Controls.Count} controls satisfied by resources{(open > 0 ? $", {open} failed or waived" : "")}.");
        }
    }

    private static string Exposure(Plan plan, RequestSheet sheet) => sheet.Traffic.Exposure == Domain.Requests.Exposure.Internal
        ? "No internet-facing endpoint."
        : "One public endpoint" + (plan.Edge is { Waf: true } edge ? $", behind a web application firewall that fails {(edge.WafFailOpen ? "open" : "closed")}." : ", without a web application firewall.");

    private static string Software(Software software) => software.Kind switch
    {
        SoftwareKind.Container => $"Runs the container image {software.Image}.",
        SoftwareKind.Script => "Runs a script at first boot, with the rights of root; it stands below in full.",
        _ => "Runs the portal's sample page; no software of the team yet.",
    };
}
