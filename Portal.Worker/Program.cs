using Microsoft.Extensions.Hosting;
using Portal.Worker.CommandLine;
using Portal.Worker.Hosting;

// A command word does one thing and ends; without one this is the worker.
if (CommandLineTool.TryRun(args, Console.Out, Console.Error) is { } exitCode)
{
    return exitCode;
}

if (args is [Migration.Word])
{
    return await Migration.RunAsync();
}

if (args is [[not '-', ..], ..])
{
    Console.Error.WriteLine($"There is no command '{string.Join(' ', args)}'. It may be plan, validate, templates, migrate; without a word this is the worker.");
    return ExitCode.Invalid;
}

using var worker = WorkerHost.Build(args);
await worker.RunAsync();
return 0;
