using Portal.Worker.CommandLine;

if (CommandLineTool.TryRun(args, Console.Out, Console.Error) is { } exitCode)
{
    return exitCode;
}

Console.WriteLine("worker");
return 0;
