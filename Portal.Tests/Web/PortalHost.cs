using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Data.Identity;
using Portal.Data.Storage;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Databases;
using Portal.Web.Requests;

namespace Portal.Tests.Web;

/// <summary>The real web program in this process, over a database of its own and with a planner that takes no time.</summary>
public sealed class PortalHost : WebApplicationFactory<RequestService>
{
    /// <summary>A setting of the tests: plan as the portal ships.</summary>
    public const string RealPlanner = "Test:RealPlanner";

    private static int names;

    private readonly TestDatabase database;
    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly string folder = Directory.CreateTempSubdirectory("portal-web-").FullName;

    private PortalHost(TestDatabase database, IReadOnlyDictionary<string, string?> settings)
    {
        this.database = database;
        this.settings = settings;
    }

    public TestDatabase Database => database;

    public static async Task<PortalHost> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Key, string Value)[] settings) =>
        new(await TestDatabase.OfAsync(provider), settings.ToDictionary(s => s.Key, s => (string?)s.Value));

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A program with a token of that person.</summary>
    public async Task<HttpClient> AsAsync(string userName)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Get<TokenStore>().IssueAsync(userName, CancellationToken.None));
        return client;
    }

    /// <summary>Somebody without token or cookie; redirects are answers, not followed.</summary>
    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Hands a sheet in and gives its id and digest back.</summary>
    public async Task<(string Id, string Digest)> RequestAsync(string? name = null, string userName = "requester", string team = "storefront", Stage stage = Stage.Production)
    {
        using var client = await AsAsync(userName);
        var answer = await client.PostAsync("/api/v1/requests", Sheet(Make.SheetYaml(stage, name ?? NewName(), team)));
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        var request = await answer.JsonAsync();
        return (request.Text("id"), request.Text("planDigest"));
    }

    /// <summary>A draft whose control <c>pci-dss/1</c> fails.</summary>
    public async Task<(string Id, string Digest)> FailingAsync(string? name = null)
    {
        using var client = await AsAsync("requester");
        var sheet = Make.Edited(Make.SheetYaml(name: name ?? NewName()), ("budget:", "compliance: [pci-dss]\nbudget:"));
        var request = await (await client.PostAsync("/api/v1/requests", Sheet(sheet))).JsonAsync();
        return (request.Text("id"), request.Text("planDigest"));
    }

    public async Task<(string Id, string Digest)> SubmittedAsync(string? name = null, string userName = "requester", string team = "storefront", Stage stage = Stage.Production)
    {
        var request = await RequestAsync(name, userName, team, stage);
        using var client = await AsAsync(userName);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.PostAsync($"/api/v1/requests/{request.Id}/submit", null)).StatusCode);
        return request;
    }

    /// <summary>An environment that was just approved, and its creation request.</summary>
    public async Task<(string Environment, string Request)> ApprovedAsync(string? name = null, string userName = "requester", string team = "storefront", Stage stage = Stage.Production)
    {
        var (id, digest) = await SubmittedAsync(name, userName, team, stage);
        using var approver = await AsAsync("approver");
        var answer = await approver.PostAsJsonAsync($"/api/v1/requests/{id}/decisions", new { decision = "approve", digest });
        return ((await answer.JsonAsync()).Text("environmentId"), id);
    }

    /// <summary>Tests share hosts, so nothing they make has the same name.</summary>
    public static string NewName() => $"shop-{Interlocked.Increment(ref names)}";

    public static StringContent Sheet(string text, string type = "application/yaml") => new(text, Encoding.UTF8, type);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var all = new Dictionary<string, string?>(database.Settings) { ["Portal:Embedded"] = "false", ["Portal:DataFolder"] = folder };
        foreach (var (key, value) in all.Concat(settings))
        {
            builder.UseSetting(key, value);
        }

        builder.UseEnvironment("Production");
        builder.ConfigureLogging(log => log.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            if (!settings.ContainsKey(RealPlanner))
            {
                services.AddSingleton(QuickPlanner.Instance);
            }

            services.AddSingleton<IStartupFilter, TestConnection>();
        });
    }
}

internal static class HttpAnswer
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(text.Length > 0, $"{(int)answer.StatusCode} without a body");
        return JsonDocument.Parse(text).RootElement;
    }

    public static string Text(this JsonElement json, string property) => json.GetProperty(property).GetString()!;
}
