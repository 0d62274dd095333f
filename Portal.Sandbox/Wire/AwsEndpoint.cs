using System.Text.Json;
using Portal.Sandbox.Control;
using Portal.Sandbox.S3;
using Portal.Sandbox.Store;

namespace Portal.Sandbox.Wire;

/// <summary>The way of a call: signature, faults, service, journal, disk, answer.</summary>
public sealed partial class AwsEndpoint(DurableStore store, Authenticator authenticator, FaultScript faults, CallJournal journal, SandboxClock clock, TimeProvider realTime, IReadOnlyDictionary<string, IAwsService> services, ILogger<AwsEndpoint> logger)
{
    public async Task AnswerAsync(HttpContext context)
    {
        var request = await SignedRequest.ReadAsync(context);
        var requestId = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        var service = Service(request);
        try
        {
            var call = Understand(request, requestId);
            var fault = Strike(call);
            if (fault is { DelayMs: > 0 }) await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), realTime, context.RequestAborted);
            var reply = Perform(call, service, fault);
            if (fault?.Effect == "lost-response") context.Abort();
            else await ReplyWriter.WriteAsync(context, reply, truncate: fault?.Effect == "truncate");
        }
        catch (AwsException e)
        {
            await ReplyWriter.WriteAsync(context, ReplyWriter.Error(service, requestId, e), truncate: false);
        }
#pragma warning disable CA1031 // The edge: whatever breaks inside is an internal failure outside, as at AWS.
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
#pragma warning restore CA1031
        {
            LogFailure(requestId, e);
            await ReplyWriter.WriteAsync(context, ReplyWriter.Error(service, requestId, new AwsException(500, "InternalFailure", "The request processing has failed because of an unknown error, exception or failure.")), truncate: false);
        }
    }

    private AwsCall Understand(SignedRequest request, string requestId)
    {
        var signature = Authenticator.Scope(request);
        Principal principal;
        lock (store.Gate) principal = authenticator.Verify(request, signature);
        var target = request.Header("X-Amz-Target");
        var query = target.Length > 0 || signature.Service == "s3" ? QueryParameters.Parse("") : QueryParameters.Parse(request.Method == "GET" && request.RawTarget.Split('?') is [_, var q] ? q : request.Text());
        return new AwsCall
        {
            RequestId = requestId, Request = request, Service = signature.Service, Region = signature.Region, Principal = principal, Now = clock.Now, Query = query,
            Operation = target.Length > 0 ? target.Split('.')[^1] : signature.Service == "s3" ? S3Request.Of(request).Operation : query["Action"] ?? throw new AwsException(400, "MissingAction", "Missing Action"),
            Json = target.Length > 0 && request.Body.Length > 0 ? Parse(request.Body) : default,
        };
    }

    private Fault? Strike(AwsCall call)
    {
        lock (store.Gate)
        {
            var fault = faults.OnCall(call);
            store.Commit(durable: true);
            return fault;
        }
    }

    /// <summary>One transaction: what the call did, and that it came, are on the disk before anybody hears of it.</summary>
    private AwsReply Perform(AwsCall call, IAwsService? service, Fault? fault)
    {
        if (service is null) throw new AwsException(400, "UnknownOperationException", $"The sandbox does not simulate {call.Service}.");
        lock (store.Gate)
        {
            var mutates = service.Mutates(call.Operation);
            var entry = mutates && call.Service == "cloudformation" ? journal.Start(call) : null;
            AwsReply reply;
            AwsException? refusal = null;
            try
            {
                if (Refusal(fault) is { } scripted) throw scripted;
                reply = service.Answer(call);
            }
            catch (AwsException e)
            {
                store.Abort();
                (refusal, reply) = (e, ReplyWriter.Error(service, call.RequestId, e));
            }
            catch
            {
                store.Abort();
                throw;
            }

            if (entry is not null) journal.Add(call, entry with { Outcome = refusal is not null ? "refused" : reply.IsReplay ? "replayed" : "accepted", Code = refusal?.Code });
            store.Commit(durable: mutates);
            return reply;
        }
    }

    private static AwsException? Refusal(Fault? fault) => fault?.Effect switch
    {
        "error-before" => new AwsException(fault.Status ?? 500, fault.Code ?? "InternalFailure", fault.Message ?? "The request processing has failed because of an unknown error, exception or failure."),
        "throttle" => new AwsException(fault.Status ?? 400, fault.Code ?? "Throttling", fault.Message ?? "Rate exceeded"),
        _ => null,
    };

    private IAwsService? Service(SignedRequest request) =>
        SignatureV4.Parse(request.Header("Authorization")) is { } signature ? services.GetValueOrDefault(signature.Service) : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {RequestId} failed inside the sandbox")]
    private partial void LogFailure(string requestId, Exception exception);

    private static JsonElement Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            throw new AwsException(400, "SerializationException", "");
        }
    }
}
