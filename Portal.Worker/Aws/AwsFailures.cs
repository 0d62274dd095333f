using System.Net.Sockets;
using Amazon.Runtime;
using Portal.Worker.Aws.Wire;

namespace Portal.Worker.Aws;

/// <summary>
/// Amazon's pipeline fails in families: an answer with an error (<see cref="AmazonServiceException"/>), a fault before sending
/// (<see cref="AmazonClientException"/>), no answer in time (<see cref="TimeoutException"/>), and the connection's own
/// (<see cref="HttpRequestException"/>, with the bare <see cref="IOException"/> it carries). They become one here.
/// </summary>
internal static class AwsFailures
{
    private static readonly Dictionary<string, AwsFault> Codes = Table(
        (AwsFault.Throttled, "Throttling ThrottlingException ThrottledException RequestThrottled RequestThrottledException TooManyRequestsException RequestLimitExceeded SlowDown PriorRequestNotComplete BandwidthLimitExceeded"),
        (AwsFault.NotFound, "ChangeSetNotFound ChangeSetNotFoundException StackNotFoundException ParameterNotFound"),
        (AwsFault.AlreadyExists, "AlreadyExistsException TokenAlreadyExistsException"),
        (AwsFault.WrongState, "InvalidChangeSetStatus InvalidChangeSetStatusException OperationInProgressException InvalidOperationException OperationNotAllowedException"),
        (AwsFault.Refused, "AccessDenied AccessDeniedException UnauthorizedOperation AuthFailure InvalidClientTokenId UnrecognizedClientException OptInRequired RegionDisabledException NotAuthorized MissingAuthenticationToken IncompleteSignature SignatureDoesNotMatch InvalidSignatureException"),
        (AwsFault.Expired, "ExpiredToken ExpiredTokenException"),
        (AwsFault.Skewed, "RequestTimeTooSkewed RequestExpired RequestInTheFuture"),
        (AwsFault.Quota, "LimitExceededException LimitExceeded ServiceQuotaExceededException"));

    public static bool Knows(Exception failure) =>
        failure is AmazonServiceException or AmazonClientException or TimeoutException or HttpRequestException or IOException or SocketException or OperationCanceledException;

    public static AwsException Translate(string operation, Exception failure) => failure switch
    {
        AmazonServiceException answer => Translate(operation, answer),
        AmazonClientException { InnerException: HttpRequestException or IOException or TimeoutException } client => Translate(operation, client.InnerException!),
        AmazonClientException client => Make(AwsFault.Unreachable, operation, client),
        HttpRequestException connection => Make(NeverLeft(connection) ? AwsFault.Unreachable : AwsFault.Ambiguous, operation, connection),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NetworkUnreachable or SocketError.HostUnreachable } socket =>
            Make(AwsFault.Unreachable, operation, socket),
        _ => Make(AwsFault.Ambiguous, operation, failure),
    };

    private static AwsException Translate(string operation, AmazonServiceException answer)
    {
        if (answer is not AmazonUnmarshallingException && answer.StatusCode == 0 && answer.InnerException is HttpRequestException or IOException or TimeoutException)
            return Translate(operation, answer.InnerException);
        var code = string.IsNullOrEmpty(answer.ErrorCode) ? answer.GetType().Name : answer.ErrorCode;
        return new AwsException(Fault(answer, code), operation, code, $"{operation}: {answer.Message}", answer) { Status = (int)answer.StatusCode, RequestId = answer.RequestId };
    }

    private static AwsFault Fault(AmazonServiceException answer, string code)
    {
        if (answer is AmazonUnmarshallingException || code == WireErrors.Unreadable)
            return AwsFault.Ambiguous;
        if (code is "SignatureDoesNotMatch" or "InvalidSignatureException" && AwsMessages.SaysSkewed(answer.Message))
            return AwsFault.Skewed;
        if (Codes.TryGetValue(code, out var known))
            return known;
        return (int)answer.StatusCode switch
        {
            429 => AwsFault.Throttled,
            408 or < 400 or >= 500 => AwsFault.Ambiguous,
            _ when code == "ValidationError" => ByText(answer.Message),
            _ => AwsFault.ClientFault,
        };
    }

    private static AwsFault ByText(string message) =>
        AwsMessages.SaysAbsent(message) ? AwsFault.NotFound
        : AwsMessages.SaysTaken(message) ? AwsFault.AlreadyExists
        : AwsMessages.SaysWrongState(message) ? AwsFault.WrongState
        : AwsFault.ClientFault;

    private static bool NeverLeft(HttpRequestException failure) => failure.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static AwsException Make(AwsFault fault, string operation, Exception cause) => new(fault, operation, cause.GetType().Name, $"{operation}: {cause.Message}", cause);

    private static Dictionary<string, AwsFault> Table(params (AwsFault Fault, string Codes)[] rows) =>
        rows.SelectMany(row => row.Codes.Split(' ').Select(code => (code, row.Fault))).ToDictionary(pair => pair.code, pair => pair.Fault);
}
