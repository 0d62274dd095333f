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
        ["--help" or "-h" or "-?" or "help", ..] => Help(output),
        _ => null,
    };

    private static int Help(TextWriter output)
    {
        output.WriteLine("""
            plan SHEET --out DIR [--cidr C]   writes the plan of a sheet; ends with 0, with 3 where it is refused, with 2 where the sheet is invalid
            validate SHEET                    the same checks, and writes nothing
            templates                         checks the modules that plans are made of
            migrate                           brings the database up to date
            without a word                    the worker, which runs until it is told to end
            """);
        return ExitCode.Ok;
    }
}
