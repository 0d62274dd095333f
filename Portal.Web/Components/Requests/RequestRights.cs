using Portal.Data.Requests;
using Portal.Domain.Identity;
using Portal.Domain.Requests;

namespace Portal.Web.Components.Requests;

/// <summary>What a page offers; the services decide.</summary>
internal static class RequestRights
{
    public static bool MayChange(Actor actor, RequestView request) =>
        request is { Kind: RequestKind.Create, State: RequestState.Draft or RequestState.Submitted or RequestState.SentBack } && actor.MayRequestFor(request.Team);

    public static bool MaySubmit(Actor actor, RequestView request) =>
        request is { Feasible: true, State: RequestState.Draft or RequestState.SentBack } && actor.MayRequestFor(request.Team);
}
