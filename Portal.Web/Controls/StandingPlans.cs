using Portal.Data.Controls;
using Portal.Data.Requests;
using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;

namespace Portal.Web.Controls;

/// <summary>Reads what a request's signature covers together with the waivers that hold today, in UTC.</summary>
public sealed class StandingPlans(RequestStore requests, WaiverStore waivers, TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Null where the request has no plan.</summary>
    public async Task<StandingPlan?> OfAsync(RequestView request, CancellationToken cancellationToken)
    {
        if (await requests.DesignAsync(request, cancellationToken) is not { } folder)
        {
            return null;
        }

        var given = (await waivers.HistoryAsync(request, cancellationToken)).Where(view => !view.IsWithdrawn).Select(view => view.Waiver);
        var today = Today;
        return new StandingPlan(folder, ControlStanding.On(folder.Plan.Controls, [.. given], today), today);
    }
}
