using Amazon.Runtime;

namespace Portal.Worker.Aws.Wire;

/// <summary>
/// One connection pool for all clients. An answer is read whole before anybody parses it, so that the time-out covers a body that stops
/// half way, and a body without end is refused.
/// </summary>
internal sealed class WireHttp : HttpClientFactory, IDisposable
{
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly HttpClient client;

    public WireHttp(TimeSpan timeout, bool useProxy)
    {
        var connections = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = useProxy, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        client = new HttpClient(new WholeAnswers(connections)) { Timeout = timeout };
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => client.Dispose();

    private sealed class WholeAnswers(HttpMessageHandler connections) : DelegatingHandler(connections)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
    }
}
