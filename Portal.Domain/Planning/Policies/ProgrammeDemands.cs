using Portal.Domain.Controls;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Policies;

/// <summary>What the compliance programmes of a sheet ask of the design itself, taken from their catalogues: whoever binds an environment to a programme gets what its checks look for.</summary>
public static class ProgrammeDemands
{
    /// <summary>Whether a control of a programme that the sheet names is proven by that check (docs/controls.md).</summary>
    public static bool Asks(RequestSheet sheet, string check) =>
        sheet.Compliance.Any(programme => ControlCatalogue.Of(programme).Any(control => control.Checks.Contains(check)));
}
