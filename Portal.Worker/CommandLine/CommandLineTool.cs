namespace Portal.Worker.CommandLine;

/// <summary>The words that make the worker a command instead of a service.</summary>
public static class CommandLineTool
{
    /// <summary>The exit code of the command that <paramref name="words"/> name, or null where they name none of these.</summary>
    public static int? TryRun(string[] words, TextWriter output, TextWriter error) => words switch
    {
        ["plan", .. var rest] => PlanCommand.Run(rest, output, error),
        ["validate", .. var rest] => ValidateCommand.Run(rest, error),
        ["templates"] => TemplatesCommand.Run(output, error),
        _ => null,
    };
}
