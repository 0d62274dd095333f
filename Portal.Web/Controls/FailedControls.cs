using Portal.Domain;
using Portal.Domain.Controls;

namespace Portal.Web.Controls;

/// <summary>Controls of the sheet's compliance programmes that the plan breaks and nobody answers for: with them a request is neither submitted nor approved.</summary>
internal static class FailedControls
{
    public static IReadOnlyList<Problem> Of(IReadOnlyList<ControlStanding> controls) =>
        [.. controls.Where(control => control.Finding.Status == FindingStatus.Failed).Select(control => new Problem(control.Finding.Id, $"{control.Finding.Title}: {control.Finding.Action}{Lapsed(control.Expired)}"))];

    private static string Lapsed(Waiver? waiver) => waiver is null ? "" : $" The waiver of {waiver.By} ended on {waiver.Until:yyyy-MM-dd}.";
}
