using System.Net.Http.Json;
using System.Text.Json;
using Portal.Sandbox;
using Portal.Worker.Aws;

namespace Portal.Tests.Worker.Deployments;

/// <summary>The sandbox in process, with its control calls and the truth about what stands in it.</summary>
internal sealed class SimulatedAws : IAsyncDisposable
{
    private readonly SandboxHost host;
    private readonly HttpClient http;
    private readonly AwsClients clients;

    private SimulatedAws(SandboxHost host)
    {
        this.host = host;
        http = new HttpClient { BaseAddress = new Uri(host.Url) };
        clients = new AwsClients(new AwsSettings { ServiceUrl = new Uri(host.Url), Limits = new() { CallsPerSecond = 100_000, MutationsPerSecond = 100_000, ReadsPerSecond = 100_000 } }, TimeProvider.System);
    }

    public string Url => host.Url;

    public AwsClients Clients => clients;

    public AwsTargetClients Api => clients.For(new AwsTarget(SmallShop.Account, SmallShop.Region));

    public static async Task<SimulatedAws> StartAsync(double speed = 600) => new(await SandboxHost.StartAsync(new SandboxOptions { Speed = speed }));

    public async Task FaultAsync(object fault) => (await http.PostAsync("/_sandbox/faults", Content(fault))).EnsureSuccessStatusCode();

    public async Task NoFaultsAsync() => (await http.DeleteAsync("/_sandbox/faults")).EnsureSuccessStatusCode();

    public async Task SpeedAsync(double speed) => (await http.PostAsync("/_sandbox/clock", Content(new { speed }))).EnsureSuccessStatusCode();

    public async Task<IReadOnlyList<JournalLine>> JournalAsync() => (await http.GetFromJsonAsync<List<JournalLine>>("/_sandbox/journal"))!;

    public async Task<IReadOnlyList<StackTruth>> StacksAsync() => (await http.GetFromJsonAsync<List<StackTruth>>("/_sandbox/stacks"))!;

    /// <summary>Ids of all events of all stacks that ever were, as AWS tells them.</summary>
    public async Task<IReadOnlyList<string>> EventIdsAsync()
    {
        var ids = new List<string>();
        foreach (var stack in await StacksAsync())
        {
            await foreach (var entry in Api.CloudFormation.EventsAsync(stack.Id, (string?)null, CancellationToken.None))
            {
                ids.Add(entry.EventId);
            }
        }

        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        clients.Dispose();
        http.Dispose();
        await host.DisposeAsync();
    }

    private static StringContent Content(object body) => new(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), System.Text.Encoding.UTF8, "application/json");
}

internal sealed record JournalLine(string Operation, string? Stack, string? ChangeSet, string? Token, string Outcome, string? Code);

internal sealed record StackTruth(string Name, string Id, string Status, bool TerminationProtection, string? StackPolicy, Dictionary<string, string>? Parameters, Dictionary<string, string> Outputs, IReadOnlyList<ResourceTruth> Resources);

internal sealed record ResourceTruth(string LogicalId, string Type, string Status);
