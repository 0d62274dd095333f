using System.Globalization;
using Portal.Sandbox;

string? Option(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;

await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions
{
    Host = Option("--host") ?? "127.0.0.1",
    Port = int.Parse(Option("--port") ?? "4566", CultureInfo.InvariantCulture),
    Speed = double.Parse(Option("--speed") ?? "60", CultureInfo.InvariantCulture),
    DataFile = Option("--data"),
    Seed = Option("--seed"),
});
Console.WriteLine($"listening on {sandbox.Url}");

using var parentGone = new CancellationTokenSource();
if (args.Contains("--parent-stdin"))
{
    _ = Task.Run(async () =>
    {
        while (await Console.In.ReadLineAsync() is not null) { }
        await parentGone.CancelAsync();
    });
}

await sandbox.WaitForShutdownAsync(parentGone.Token);
