using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Portal.Tests.Processes;

namespace Portal.Tests.Web.Hosting;

/// <summary>The one-command default with real processes.</summary>
public sealed partial class EmbeddedTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string folder = Directory.CreateTempSubdirectory("portal-embedded-").FullName;

    [Fact]
    public async Task Default_BringsSandboxAndWorker_WhichEndWithIt_HoweverItEnds()
    {
        await using var portal = Start();
        await portal.SaysAsync("Now listening on: (http://127.0.0.1:[0-9]+)");

        var children = await ChildrenAsync(portal, count: 2);
        await portal.SaysAsync("listening on http://127.0.0.1:[0-9]+");
        await portal.KillAsync();

        foreach (var child in children)
        {
            await Eventually.BeAsync(() => Task.FromResult(!IsRunning(child)), Patience, () => $"Child {child} lives on after its parent was killed.\n{portal.Output}");
        }
    }

    [Fact]
    public async Task Child_ThatDies_IsStartedAgain_TheSandboxAtItsOldAddress()
    {
        await using var portal = Start();
        var sandbox = (await portal.SaysAsync("^.*listening on (http://127.0.0.1:[0-9]+)$")).Groups[1].Value;
        var first = int.Parse((await portal.SaysAsync("Portal.Sandbox.*Started as process ([0-9]+)")).Groups[1].Value, CultureInfo.InvariantCulture);

        using (var process = Process.GetProcessById(first))
        {
            process.Kill();
        }

        await portal.SaysAsync("Portal.Sandbox.*Ended with [0-9]+");
        await Eventually.BeAsync(() => Task.FromResult(portal.Output.Split($"listening on {sandbox}").Length > 2), Patience, () => portal.Output);
    }

    [Fact]
    public async Task Token_IsPrintedAlone_AndOpensTheApi()
    {
        await using var portal = Start(("Portal:Embedded", "false"));
        var address = (await portal.SaysAsync("Now listening on: (http://127.0.0.1:[0-9]+)")).Groups[1].Value;

        var (token, code) = await CommandAsync("token", "--user", "operator");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.TrimEnd('\n'));

        Assert.Equal(0, code);
        Assert.Matches(@"^portal_[0-9a-f]{64}\n$", token);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/v1/environments", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("token", "--user", "nobody")]
    [InlineData("token", "--user")]
    [InlineData("token")]
    public async Task Token_ForNobody_PrintsNothing_AndFails(params string[] words)
    {
        var (output, code) = await CommandAsync(words);

        Assert.Equal(("", 1), (output, code));
    }

    [Fact]
    public async Task Body_OverTheLimit_IsRefusedUnread_C28()
    {
        await using var portal = Start(("Portal:Embedded", "false"));
        var address = (await portal.SaysAsync("Now listening on: (http://127.0.0.1:[0-9]+)")).Groups[1].Value;
        var (token, _) = await CommandAsync("token", "--user", "requester");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.TrimEnd('\n'));

        var over = await client.PostAsync(new Uri("/api/v1/requests", UriKind.Relative), PortalHost.Sheet(new string('#', (256 * 1024) + 1)));
        var atLimit = await client.PostAsync(new Uri("/api/v1/requests", UriKind.Relative), PortalHost.Sheet(new string('#', 256 * 1024)));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (over.StatusCode, over.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, atLimit.StatusCode);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private RealProcess Start(params (string Key, string Value)[] settings) => RealProcess.Start(
        "Portal.Web",
        [KeyValuePair.Create<string, string?>("Portal:DataFolder", folder), KeyValuePair.Create<string, string?>("Portal:Demo", "false"), KeyValuePair.Create<string, string?>("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))]);

    private async Task<(string Output, int Code)> CommandAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [RealProcess.Dll("Portal.Web"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Portal__DataFolder"] = folder;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.NotNull(await errors);
        return (output, process.ExitCode);
    }

    private static async Task<IReadOnlyList<int>> ChildrenAsync(RealProcess portal, int count) =>
        await Eventually.GetAsync(
            () => Task.FromResult<IReadOnlyList<int>?>(StartedLine().Matches(portal.Output) is { } lines && lines.Count >= count ? [.. lines.Select(l => int.Parse(l.Groups[1].Value, CultureInfo.InvariantCulture))] : null),
            Patience,
            () => portal.Output);

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("Started as process ([0-9]+)")]
    private static partial Regex StartedLine();
}
