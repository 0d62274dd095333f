using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Portal.Worker.Aws.Wire;

/// <summary>What every generated client is: Amazon's pipeline (credentials, signature, clock correction, time-out) around our own marshalling.</summary>
public abstract class WireClient(ServiceDescription service, AWSCredentials? credentials, WireConfig config) : AmazonServiceClient(credentials, config)
{
    // The base constructor reads this before our field is set.
    protected override IServiceMetadata ServiceMetadata => service ?? ((WireConfig)Config).Service;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        // What is added last runs first: the signature's scheme, then the address.
        pipeline.AddHandlerAfter<Marshaller>(new WireEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureScheme());
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ClockCorrectionOnly(Config)));
    }

    protected Task<TResponse> CallAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = new WireMarshaller<TRequest, TResponse>(service, operation),
                ResponseUnmarshaller = new WireUnmarshaller<TRequest, TResponse>(operation),
            },
            cancellationToken);

    protected async IAsyncEnumerable<TResponse> PagesAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, Action<TRequest, string?> turn, Func<TResponse, string?> next, WireGate<TResponse>? gate,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new()
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(next);
        Task<TResponse> Call(CancellationToken ct) => CallAsync(operation, request, ct);
        string? token = null;
        do
        {
            turn(request, token);
            var page = gate is null ? await Call(cancellationToken) : await gate(Call, cancellationToken);
            yield return page;
            var following = next(page);
            if (following is { Length: > 0 } && following == token)
                throw new AwsException(AwsFault.Ambiguous, operation.Name, "RepeatedPage", $"{operation.Name} answered with the page token it was asked with: this would never end");
            token = following;
        }
        while (token is { Length: > 0 });
    }

    private sealed class SignatureScheme : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
    }

    /// <summary>The one retry that is not a repetition: the server's clock was learned and the request is signed again. All others belong to who asked.</summary>
    private sealed class ClockCorrectionOnly(IClientConfig config) : StandardRetryPolicy(config)
    {
        // Amazon's policy sends again up to ten times after a cut connection, beyond MaxErrorRetry: a change could be made that often.
        public override bool IsStaleConnectionError(Exception exception) => false;

        public override bool RetryForException(IExecutionContext executionContext, Exception exception) => false;

        public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) => Task.FromResult(false);
    }
}
