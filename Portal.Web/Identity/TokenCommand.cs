using Microsoft.Extensions.Hosting;
using Portal.Data;
using Portal.Data.Identity;
using Portal.Web.Hosting;

namespace Portal.Web.Identity;

/// <summary><c>token --user NAME</c>: one API token, alone on stdout; everything else goes to stderr.</summary>
internal static class TokenCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (words is not ["--user", var userName])
        {
            await Console.Error.WriteLineAsync("usage: token --user NAME");
            return 1;
        }

        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddPortalData(builder.Configuration);
        using var host = builder.Build();
        await host.MigrateAsync();
        if (await host.Services.GetRequiredService<People>().FindAsync(userName, CancellationToken.None) is null)
        {
            await Console.Error.WriteLineAsync($"nobody named {userName} is known here");
            return 1;
        }

        Console.WriteLine(await host.Services.GetRequiredService<TokenStore>().IssueAsync(userName, CancellationToken.None));
        return 0;
    }
}
