using Portal.Domain.Controls;

namespace Portal.Domain.Approvals;

/// <summary>A waiver as the signer read it: which control, until when.</summary>
public sealed record AcceptedWaiver(string Control, DateOnly Until)
{
    public static AcceptedWaiver Of(Waiver waiver) => new(waiver.Control, waiver.Until);
}
