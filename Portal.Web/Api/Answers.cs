using Portal.Domain;

namespace Portal.Web.Api;

/// <summary>A service's answer as a status: 404, 403, 409 or 422, each a problem document (RFC 9457).</summary>
internal static class Answers
{
    public static IResult ToResult<T>(this Answer<T> answer, Func<T, IResult> ok) where T : class =>
        answer is { IsOk: true, Value: var value } ? ok(value) : answer.AsNo().ToResult();

    public static IResult ToResult(this No no) => no.Kind switch
    {
        AnswerKind.NotFound => Missing(),
        AnswerKind.Forbidden => Refused(StatusCodes.Status403Forbidden, "You may not do this.", no.Problems),
        AnswerKind.Conflict => Refused(StatusCodes.Status409Conflict, "The state does not allow this.", no.Problems),
        _ => Faults(no.Problems),
    };

    public static IResult Missing() => Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such thing.");

    public static IResult Faults(params IReadOnlyList<Problem> problems) => Refused(StatusCodes.Status422UnprocessableEntity, "What was sent has faults.", problems);

    private static IResult Refused(int status, string title, IReadOnlyList<Problem> problems) => Results.Problem(
        statusCode: status,
        title: title,
        detail: string.Join(' ', problems.Select(p => p.ToString())),
        extensions: [KeyValuePair.Create<string, object?>("errors", problems.Select(p => new { path = p.Path, message = p.Message }))]);
}
