using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Portal.Tests.Web;

/// <summary>What a test server lacks: the address a client comes from.</summary>
internal sealed class TestConnection : IStartupFilter
{
    public const string ClientHeader = "X-Test-Client";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            var client = context.Request.Headers[ClientHeader].ToString();
            context.Connection.RemoteIpAddress = client.Length > 0 ? IPAddress.Parse(client) : IPAddress.Loopback;
            return rest(context);
        });
        next(app);
    };
}
