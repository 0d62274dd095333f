using Portal.Tests.Processes;

namespace Portal.BrowserTests;

/// <summary>The portal as a newcomer starts it: one command, SQLite, embedded worker and sandbox, a data folder of its own.</summary>
public sealed class RunningPortal : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-walk-").FullName;
    private RealProcess? web;

    public string Url { get; private set; } = "";

    public string Log => web?.Output ?? "";

    public async ValueTask InitializeAsync()
    {
        web = RealProcess.Start("Portal.Web", new Dictionary<string, string?>
        {
            ["Portal:DataFolder"] = folder,
            ["Sandbox:Speed"] = "600",
        }, "--urls", "http://127.0.0.1:0");
        Url = (await web.SaysAsync(@"Now listening on: (http://\S+)")).Groups[1].Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (web is not null)
        {
            await web.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
