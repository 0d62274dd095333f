using System.Net;
using System.Net.Sockets;
using Portal.Worker.Aws;
using Portal.Worker.Aws.CloudFormation;

namespace Portal.Tests.Worker.Aws;

/// <summary>Whatever happens on the wire arrives as one exception that says whether the call may have been done.</summary>
public sealed class AwsFailuresTests
{
    /// <summary>Answers that CloudFormation was seen to give.</summary>
    public static TheoryData<int, string, string, AwsFault> Answers => new()
    {
        { 400, "Throttling", "Rate exceeded", AwsFault.Throttled },
        { 400, "ThrottlingException", "Rate exceeded", AwsFault.Throttled },
        { 404, "ChangeSetNotFound", "ChangeSet [c] does not exist", AwsFault.NotFound },
        { 400, "ValidationError", "Stack with id s does not exist", AwsFault.NotFound },
        { 400, "ValidationError", "Stack [s] does not exist", AwsFault.NotFound },
        { 400, "AlreadyExistsException", "Stack [s] already exists", AwsFault.AlreadyExists },
        { 400, "TokenAlreadyExistsException", "", AwsFault.AlreadyExists },
        { 400, "ValidationError", "Stack [s] already exists and cannot be created again with the changeSet [c].", AwsFault.AlreadyExists },
        { 400, "InvalidChangeSetStatus", "ChangeSet [arn] cannot be executed in its current status of [FAILED]", AwsFault.WrongState },
        { 400, "InvalidChangeSetStatus", "An operation on this ChangeSet is currently in progress.", AwsFault.WrongState },
        { 400, "ValidationError", "Stack:arn:aws:cloudformation:eu-west-1:222233334444:stack/s/1 is in UPDATE_IN_PROGRESS state and can not be updated.", AwsFault.WrongState },
        { 400, "ValidationError", "Stack [s] cannot be deleted while TerminationProtection is enabled", AwsFault.WrongState },
        { 400, "LimitExceededException", "Limit for stack has been exceeded", AwsFault.Quota },
        { 403, "AccessDenied", "User is not authorized", AwsFault.Refused },
        { 403, "InvalidClientTokenId", "The security token included in the request is invalid", AwsFault.Refused },
        { 403, "SignatureDoesNotMatch", "The request signature we calculated does not match", AwsFault.Refused },
        { 400, "InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_NAMED_IAM]", AwsFault.ClientFault },
        { 400, "ValidationError", "Template format error: YAML not well-formed.", AwsFault.ClientFault },
        { 400, "ValidationError", "Parameters: [P] must have values", AwsFault.ClientFault },
        { 500, "InternalFailure", "We had a problem", AwsFault.Ambiguous },
        { 503, "ServiceUnavailable", "Try later", AwsFault.Ambiguous },
        { 503, "Throttling", "Rate exceeded", AwsFault.Throttled },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Error_IsTranslatedByCodeAndText(int status, string code, string message, AwsFault fault)
    {
        await using var aws = new ScriptedAws().On("ExecuteChangeSet", Reply.Error(status, code, message));

        var failure = await ExecuteFailsAsync(aws);

        Assert.Equal((fault, code, status, "req-1", "ExecuteChangeSet"), (failure.Fault, failure.Code, failure.Status, failure.RequestId, failure.Operation));
        Assert.Contains(message, failure.Message);
        Assert.Single(aws.Calls("ExecuteChangeSet"));
    }

    internal static TheoryData<string, Reply> Unclear => new()
    {
        { "reset", Reply.Reset },
        { "cut in the headers' promise", Reply.Ok("ExecuteChangeSet") with { CutAfter = 30 } },
        { "cut by the sender", new Reply(200, "<ExecuteChangeSetResponse><ExecuteChangeSetRes") },
        { "another page", new Reply(200, "<html><body>Please sign in</body></html>") },
        { "a failure page", new Reply(502, "<html><body><h1>Bad Gateway</h1></body></html>") { ContentType = "text/html" } },
        { "a refusal by something between", new Reply(403, "Forbidden by proxy") { ContentType = "text/plain" } },
        { "nothing found by something between", new Reply(404, "<html><hr>not here</html>") { ContentType = "text/html" } },
        { "an error with a document type (C-34)", new Reply(400, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><ErrorResponse><Error><Code>AlreadyExistsException</Code><Message>&e;</Message></Error></ErrorResponse>") },
        { "an answer with a document type (C-34)", new Reply(200, "<!DOCTYPE x [<!ENTITY e \"v\">]><CreateChangeSetResponse><CreateChangeSetResult><Id>&e;</Id></CreateChangeSetResult></CreateChangeSetResponse>") },
    };

    [Theory]
    [MemberData(nameof(UnclearNames))]
    public async Task Answer_ThatIsNotClear_IsAmbiguous(string name)
    {
        var reply = Unclear.Single(row => row.Data.Item1 == name).Data.Item2;
        await using var aws = new ScriptedAws().On("CreateChangeSet", reply);
        using var clients = AwsUnderTest.Clients(aws.Url);

        var failure = await Assert.ThrowsAsync<AwsException>(() => clients.For(AwsUnderTest.Target).CloudFormation.CreateChangeSetAsync(
            new NewChangeSet { Stack = "s", Name = "c", Token = "t", Type = ChangeSetType.Create, TemplateBody = "{}" }, CancellationToken.None));

        Assert.True(failure.MayHaveHappened, failure.ToString());
        Assert.DoesNotContain("root:", failure.Message);
        Assert.Single(aws.Calls("CreateChangeSet"));
    }

    public static TheoryData<string> UnclearNames => [.. Unclear.Select(row => row.Data.Item1)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_WithoutAWholeAnswer_IsAmbiguousAfterItsTime(bool hasBegun)
    {
        await using var aws = new ScriptedAws().On("ExecuteChangeSet", hasBegun ? Reply.Ok("ExecuteChangeSet") with { CutAfter = 30, Stalls = true } : Reply.Hang);

        var failure = await ExecuteFailsAsync(aws, timeoutSeconds: 0.5).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(AwsFault.Ambiguous, failure.Fault);
        Assert.Single(aws.Calls("ExecuteChangeSet"));
    }

    [Fact]
    public async Task Call_CancelledByItsCaller_IsCancelled()
    {
        await using var aws = new ScriptedAws().On("ExecuteChangeSet", Reply.Hang);
        using var clients = AwsUnderTest.Clients(aws.Url);
        using var enough = new CancellationTokenSource();

        var call = clients.For(AwsUnderTest.Target).CloudFormation.ExecuteChangeSetAsync("s", "c", "t", enough.Token);
        await Poll.UntilAsync(() => aws.Calls("ExecuteChangeSet").Any());
        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Call_ToNobody_NeverLeft()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = new Uri($"http://{listener.LocalEndpoint}");
        listener.Stop();
        using var clients = AwsUnderTest.Clients(url);

        var failure = await Assert.ThrowsAsync<AwsException>(() => clients.For(AwsUnderTest.Target).CloudFormation.ExecuteChangeSetAsync("s", "c", "t", CancellationToken.None));

        Assert.Equal((AwsFault.Unreachable, false, true), (failure.Fault, failure.MayHaveHappened, failure.IsPassing));
    }

    [Fact]
    public async Task Clock_ThatDiffers_IsCorrectedOnceAndRemembered()
    {
        var ahead = TimeProvider.System.GetUtcNow().AddMinutes(20);
        await using var aws = new ScriptedAws().On(
            "ExecuteChangeSet", Reply.Error(403, "RequestTimeTooSkewed", "The difference is too large") with { Date = ahead }, Reply.Ok("ExecuteChangeSet") with { Date = ahead });
        using var clients = AwsUnderTest.Clients(aws.Url);

        await clients.For(AwsUnderTest.Target).CloudFormation.ExecuteChangeSetAsync("s", "c", "t", CancellationToken.None);
        await clients.For(AwsUnderTest.Target).CloudFormation.ExecuteChangeSetAsync("s", "c", "t", CancellationToken.None);

        var stamps = aws.Calls("ExecuteChangeSet").Select(call => DateTimeOffset.ParseExact(call.Headers["X-Amz-Date"], "yyyyMMdd'T'HHmmssK", null)).ToList();
        Assert.Equal(3, stamps.Count);
        Assert.True(ahead - stamps[0] > TimeSpan.FromMinutes(15), "the first is signed by our clock");
        Assert.All(stamps.Skip(1), stamp => Assert.True((stamp - ahead).Duration() < TimeSpan.FromMinutes(5), "then by AWS's"));
    }

    [Fact]
    public async Task Clock_ThatStaysWrong_IsReportedAsThat()
    {
        await using var aws = new ScriptedAws().On(
            "ExecuteChangeSet", Reply.Error(403, "SignatureDoesNotMatch", "Signature expired: 20261122T080000Z is now earlier than 20261122T090000Z") with { Date = TimeProvider.System.GetUtcNow().AddHours(1) });

        var failure = await ExecuteFailsAsync(aws);

        Assert.Equal(AwsFault.Skewed, failure.Fault);
        Assert.Equal(2, aws.Calls("ExecuteChangeSet").Count());
    }

    private static async Task<AwsException> ExecuteFailsAsync(ScriptedAws aws, double timeoutSeconds = 20)
    {
        using var clients = AwsUnderTest.Clients(aws.Url, timeoutSeconds);
        return await Assert.ThrowsAsync<AwsException>(() => clients.For(AwsUnderTest.Target).CloudFormation.ExecuteChangeSetAsync("s", "c", "t", CancellationToken.None));
    }
}
