using System.ComponentModel;
using System.Diagnostics;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Clients;

/// <summary>AWS's own clients, as the machine has them. Where it has not, the test says so and is skipped.</summary>
internal sealed class ForeignClient(SandboxHost host, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>A script starts the AWS CLI some hundred times, and each start takes a second of a processor.</summary>
    private static readonly TimeSpan ScriptPatience = TimeSpan.FromMinutes(15);

    public Task<string> AwsAsync(params string[] arguments) => RunAsync("aws", "install the AWS CLI", ["--version"], arguments);

    /// <summary>A bash script that calls the AWS CLI and nothing else.</summary>
    public async Task<string> BashAsync(params string[] arguments)
    {
        await SkipWithoutAsync("aws", "install the AWS CLI", ["--version"]);
        return await RunAsync("bash", arguments, ScriptPatience);
    }

    public async Task<string> PythonAsync(string script)
    {
        var file = Path.Combine(folder, "script.py");
        await File.WriteAllTextAsync(file, script);
        return await RunAsync("python3", "install python3 with boto3", ["-c", "import boto3"], [file]);
    }

    private async Task<string> RunAsync(string program, string remedy, string[] probe, string[] arguments)
    {
        await SkipWithoutAsync(program, remedy, probe);
        return await RunAsync(program, arguments, Patience);
    }

    private async Task SkipWithoutAsync(string program, string remedy, string[] probe)
    {
        if (!await IsThereAsync(program, probe)) Assert.Skip($"{program} is not usable on this machine: {remedy} to run this test.");
    }

    private async Task<string> RunAsync(string program, string[] arguments, TimeSpan patience)
    {
        using var process = Start(program, arguments);
        using var deadline = new CancellationTokenSource(patience);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await output}{await errors}");
    }

    private async Task<bool> IsThereAsync(string program, string[] probe)
    {
        try
        {
            using var process = Start(program, probe);
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in new[]
        {
            ("AWS_ACCESS_KEY_ID", SandboxKeys.Root.AccessKey), ("AWS_SECRET_ACCESS_KEY", SandboxKeys.Root.Secret), ("AWS_DEFAULT_REGION", "eu-central-1"),
            ("AWS_ENDPOINT_URL", host.Url), ("AWS_PAGER", ""), ("AWS_EC2_METADATA_DISABLED", "true"), ("AWS_CONFIG_FILE", "/dev/null"), ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
            ("POLL_SECONDS", "0"),
        }) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
