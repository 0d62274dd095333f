using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tests.Web;

/// <summary>What a test server lacks: the address a client comes from, and a page that holds an antiforgery token.</summary>
internal sealed class TestConnection : IStartupFilter
{
    public const string ClientHeader = "X-Test-Client";
    public const string TokenPath = "/test/antiforgery";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            var client = context.Request.Headers[ClientHeader].ToString();
            context.Connection.RemoteIpAddress = client.Length > 0 ? IPAddress.Parse(client) : IPAddress.Loopback;
            return rest(context);
        });
        app.Map(TokenPath, page => page.Run(context =>
            context.Response.WriteAsync(context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!)));
        next(app);
    };
}
