using Portal.Domain.Templates;

namespace Portal.Worker.CommandLine;

/// <summary><c>templates</c>: every module is well-formed and documented.</summary>
public static class TemplatesCommand
{
    public static int Run(TextWriter output, TextWriter error)
    {
        var problems = TemplateCheck.CheckAll();
        foreach (var problem in problems)
        {
            error.WriteLine(problem);
        }

        foreach (var module in problems.Count == 0 ? TemplateCatalogue.Load() : [])
        {
            output.WriteLine($"{module.Name}: {module.Title}, {module.Resources.Count} resources");
        }

        return problems.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
