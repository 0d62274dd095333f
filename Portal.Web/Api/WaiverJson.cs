using Portal.Data.Controls;
using Portal.Domain.Controls;

namespace Portal.Web.Api;

/// <summary>A waiver as the API writes it; <c>status</c> is <c>holds</c>, <c>expired</c> or <c>withdrawn</c>.</summary>
internal sealed record WaiverJson(string Control, string Reason, DateOnly Until, string By, DateTimeOffset At, string Status, string? WithdrawnBy, DateTimeOffset? WithdrawnAt)
{
    public static WaiverJson Of(WaiverView view, DateOnly today) => Of(view.Waiver, view.IsWithdrawn ? "withdrawn" : view.Waiver.Holds(today) ? "holds" : "expired") with
    {
        WithdrawnBy = view.WithdrawnBy,
        WithdrawnAt = view.WithdrawnAt,
    };

    /// <summary>One that was given just now.</summary>
    public static WaiverJson Of(Waiver waiver) => Of(waiver, "holds");

    private static WaiverJson Of(Waiver waiver, string status) => new(waiver.Control, waiver.Reason, waiver.Until, waiver.By, waiver.At, status, WithdrawnBy: null, WithdrawnAt: null);
}
