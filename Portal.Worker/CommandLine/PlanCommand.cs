using Portal.Domain.Planning.Document;

namespace Portal.Worker.CommandLine;

/// <summary><c>plan SHEET --out DIR [--cidr C]</c>: writes the plan folder.</summary>
public static class PlanCommand
{
    private const string Usage = "usage: plan SHEET --out DIR [--cidr C]";

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        if (Arguments.Parse(arguments, "--out", "--cidr") is not { Plain: [var sheetPath] } parsed || parsed.Option("--out") is not { Length: > 0 } folder)
        {
            error.WriteLine(Usage);
            return ExitCode.Invalid;
        }

        var sheet = PlanningCommand.Read(sheetPath);
        if (!sheet.IsOk)
        {
            return PlanningCommand.Invalid(error, sheet.Problems);
        }

        var plan = PlanningCommand.Plan(sheet.Value, parsed.Option("--cidr"));
        return plan.IsOk ? Write(plan.Value, folder, output, error) : PlanningCommand.Invalid(error, plan.Problems);
    }

    private static int Write(PlanFolder plan, string folder, TextWriter output, TextWriter error)
    {
        try
        {
            PlanFolderWriter.Write(plan, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{folder}: {e.Message}");
            return ExitCode.Failed;
        }

        var price = plan.Plan.Cost is { } cost ? $"{cost.MonthlyUsd} a month, floor {plan.Plan.Availability!.FloorPercent:0.0000} %" : "refused";
        output.WriteLine($"{Path.Combine(folder, PlanFolder.PlanPath)}: {price}");
        return PlanningCommand.Verdict(error, plan.Plan);
    }
}
