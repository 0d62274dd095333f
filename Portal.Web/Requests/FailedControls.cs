using Portal.Domain;
using Portal.Domain.Controls;
using Portal.Domain.Planning;

namespace Portal.Web.Requests;

/// <summary>Controls of the sheet's compliance programmes that the plan breaks and nobody answers for: with them a request cannot be submitted.</summary>
internal static class FailedControls
{
    public static IReadOnlyList<Problem> Of(Plan plan) =>
        [.. plan.Controls.Where(finding => finding.Status == FindingStatus.Failed).Select(finding => new Problem(finding.Id, $"{finding.Title}: {finding.Action}"))];
}
