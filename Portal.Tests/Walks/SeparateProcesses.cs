using System.Text.Json.Nodes;
using Portal.Tests.Databases;
using Portal.Tests.Processes;

namespace Portal.Tests.Walks;

/// <summary>The portal as production runs it: web, worker and AWS (the sandbox) as separate programs that share nothing but PostgreSQL.</summary>
internal sealed class SeparateProcesses : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-walk-").FullName;
    private readonly TestDatabase database;
    private readonly List<RealProcess> processes = [];

    private SeparateProcesses(TestDatabase database) => this.database = database;

    public string WebUrl { get; private set; } = "";

    public string SandboxUrl { get; private set; } = "";

    public string Output => string.Join("\n----\n", processes.Select(p => p.Output));

    public static async Task<SeparateProcesses> StartAsync()
    {
        var all = new SeparateProcesses(await TestDatabase.PostgresAsync());
        var sandbox = all.Run("Portal.Sandbox", [], "--port", "0", "--speed", "2000", "--data", Path.Combine(all.folder, "sandbox.json"));
        all.SandboxUrl = (await sandbox.SaysAsync(@"listening on (http://\S+)")).Groups[1].Value;
        all.Run("Portal.Worker", [new("Aws:Mode", "endpoint"), new("Aws:ServiceUrl", all.SandboxUrl)]);
        var web = all.Run("Portal.Web", [new("Authentication:Mode", "local")], "--urls", "http://127.0.0.1:0");
        all.WebUrl = (await web.SaysAsync(@"Now listening on: (http://\S+)")).Groups[1].Value;
        return all;
    }

    /// <summary>A person with a token made by the command line, as an operator would hand one out.</summary>
    public async Task<ApiPerson> PersonAsync(string userName)
    {
        await using var command = RealProcess.Start("Portal.Web", Settings(), "token", "--user", userName);
        Assert.Equal(0, await command.ExitCodeAsync());
        return new ApiPerson(WebUrl, (await command.SaysAsync("^(portal_[0-9a-f]+)$")).Groups[1].Value);
    }

    /// <summary>What the simulated account really holds or was asked, past the portal.</summary>
    public async Task<JsonArray> SandboxAsync(string call)
    {
        using var http = new HttpClient();
        return JsonNode.Parse(await http.GetStringAsync($"{SandboxUrl}/_sandbox/{call}"))!.AsArray();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }

        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private RealProcess Run(string program, IEnumerable<KeyValuePair<string, string?>> settings, params string[] arguments)
    {
        var process = RealProcess.Start(program, [.. Settings(), .. settings], arguments);
        processes.Add(process);
        return process;
    }

    private IEnumerable<KeyValuePair<string, string?>> Settings() => [.. database.Settings, new("Portal:DataFolder", folder)];
}
