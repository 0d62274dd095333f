using Portal.Sandbox;
using Portal.Tests.Processes;

namespace Portal.Tests.Sandbox.Store;

public sealed class DurabilityTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox-").FullName;

    private string DataFile => Path.Combine(folder, "aws.log");

    [Fact]
    public async Task KilledProcess_StartedAgain_GoesOnWhereItWas()
    {
        string id;
        IReadOnlyList<(string, string, string?)> before;
        await using (var first = Start(speed: 1))
        {
            using var aws = new SandboxCaller(await UrlAsync(first));
            await aws.DoAsync("CreateChangeSet", ("StackName", "kept"), ("ChangeSetName", "c"), ("ChangeSetType", "CREATE"), ("TemplateBody", Templates.Chain), ("ClientToken", "make-1"));
            await aws.ControlAsync("clock", new { advanceSeconds = 3 });
            await Eventually.BeAsync(async () => (await aws.DoAsync("DescribeChangeSet", ("StackName", "kept"), ("ChangeSetName", "c")))["Status"] == "CREATE_COMPLETE", TimeSpan.FromSeconds(60), () => "no change set");
            await aws.DoAsync("ExecuteChangeSet", ("StackName", "kept"), ("ChangeSetName", "c"), ("ClientRequestToken", "run-1"));
            id = (await aws.DoAsync("DescribeStacks", ("StackName", "kept")))["StackId"]!;
            before = await aws.EventsAsync("kept");
            await first.KillAsync();
        }

        await using var second = Start(speed: 100_000);
        using var again = new SandboxCaller(await UrlAsync(second));
        await again.DoAsync("ExecuteChangeSet", ("StackName", id), ("ChangeSetName", "c"), ("ClientRequestToken", "run-1"));
        await again.ControlAsync("clock", new { advanceSeconds = 3600 });
        await again.BecomesAsync(id, "CREATE_COMPLETE");

        var after = await again.EventsAsync(id);
        Assert.Equal(before, after.Take(before.Count));
        Assert.Single(after, e => e is ("kept", "CREATE_IN_PROGRESS", _));
        Assert.Equal(["accepted", "accepted", "replayed"], (await again.ControlAsync("journal")).EnumerateArray().Select(e => e.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task ProcessKilledAgainAndAgain_LosesNoAcceptedCallAndEndsEveryStack()
    {
        var accepted = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            await using var process = Start(speed: 2000);
            using var aws = new SandboxCaller(await UrlAsync(process));
            for (var i = 0; i < 5; i++) accepted.Add(await aws.CreateAsync($"s{round}-{i}".Replace("s", "stack"), Templates.Chain));
            await process.KillAsync();
        }

        await using var last = Start(speed: 100_000);
        using var check = new SandboxCaller(await UrlAsync(last));
        foreach (var id in accepted) await check.BecomesAsync(id, "CREATE_COMPLETE");

        foreach (var id in accepted)
            Assert.Equal(14, (await check.EventsAsync(id)).Distinct().Count());
    }

    [Fact]
    public async Task TornLastLine_IsAsIfItNeverHappened()
    {
        await using (var host = await SandboxHost.StartAsync(new SandboxOptions { Speed = 100_000, DataFile = DataFile }))
        {
            using var aws = SandboxCaller.Of(host);
            await aws.CreateAsync("whole", Templates.Topics(1));
            await aws.BecomesAsync("whole", "CREATE_COMPLETE");
        }

        await File.AppendAllTextAsync(DataFile, """[{"T":"stack","O":"111122223333/eu-central-1","K":"x","V":{"Id":"tor""");
        await using var again = await SandboxHost.StartAsync(new SandboxOptions { Speed = 100_000, DataFile = DataFile });
        using var reader = SandboxCaller.Of(again);

        Assert.Equal("CREATE_COMPLETE", await reader.StatusAsync("whole"));
        await reader.CreateAsync("next", Templates.Topics(1));
    }

    [Fact]
    public async Task Process_WhoseParentClosesStdin_Ends()
    {
        await using var process = RealProcess.Start("Portal.Sandbox", [], "--port", "0", "--parent-stdin");
        await UrlAsync(process);

        process.CloseInput();

        Assert.Equal(0, await process.ExitCodeAsync());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private RealProcess Start(int speed) => RealProcess.Start("Portal.Sandbox", [], "--port", "0", "--speed", $"{speed}", "--data", DataFile);

    private static async Task<string> UrlAsync(RealProcess process) => (await process.SaysAsync(@"^listening on (http://127\.0\.0\.1:\d+)$")).Groups[1].Value;
}
