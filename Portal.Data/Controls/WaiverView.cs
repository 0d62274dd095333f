using Portal.Domain.Controls;

namespace Portal.Data.Controls;

/// <summary>A waiver with its end, as evidence shows it.</summary>
/// <param name="Waiver">What was given.</param>
/// <param name="WithdrawnBy">Who took it back before its last day; null where nobody did.</param>
/// <param name="WithdrawnAt">When.</param>
public sealed record WaiverView(Waiver Waiver, string? WithdrawnBy, DateTimeOffset? WithdrawnAt)
{
    public bool IsWithdrawn => WithdrawnBy is not null;

    internal static WaiverView Of(WaiverRow row) => new(new Waiver(row.Control, row.Reason, row.Until, row.GivenBy, row.GivenAt), row.WithdrawnBy, row.WithdrawnAt);
}
