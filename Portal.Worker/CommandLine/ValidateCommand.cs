using Portal.Domain.Planning.Document;

namespace Portal.Worker.CommandLine;

/// <summary><c>validate SHEET</c>: the same checks as <c>plan</c>, nothing written.</summary>
public static class ValidateCommand
{
    private const string Usage = "usage: validate SHEET";

    public static int Run(IReadOnlyList<string> arguments, TextWriter error)
    {
        if (Arguments.Parse(arguments) is not { Plain: [var path] })
        {
            error.WriteLine(Usage);
            return ExitCode.Invalid;
        }

        var sheet = PlanningCommand.Read(path);
        if (!sheet.IsOk)
        {
            return PlanningCommand.Invalid(error, sheet.Problems);
        }

        var plan = PlanningCommand.Plan(sheet.Value, cidr: null);
        return plan.IsOk ? PlanningCommand.Verdict(error, plan.Value.Plan) : PlanningCommand.Invalid(error, plan.Problems);
    }
}
