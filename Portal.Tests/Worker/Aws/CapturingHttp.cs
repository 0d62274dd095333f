using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;

namespace Portal.Tests.Worker.Aws;

/// <summary>Keeps what the client sent and answers with what it was told.</summary>
internal sealed class CapturingHttp(JsonElement answer) : HttpClientFactory
{
    public HttpRequestMessage? Request { get; private set; }

    public string Body { get; private set; } = "";

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private HttpResponseMessage Answer()
    {
        var message = new HttpResponseMessage((HttpStatusCode)answer.GetProperty("status").GetInt32())
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.GetProperty("body").GetString()!)),
        };
        foreach (var header in answer.GetProperty("headers").EnumerateObject())
            if (!message.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
                message.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        return message;
    }

    private sealed class Handler(CapturingHttp owner) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            owner.Request = request;
            owner.Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return owner.Answer();
        }
    }
}
