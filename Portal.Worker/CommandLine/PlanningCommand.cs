using System.Net;
using Portal.Domain;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Worker.CommandLine;

/// <summary>What <c>plan</c> and <c>validate</c> share: a file becomes a checked sheet, a checked sheet becomes a plan.</summary>
internal static class PlanningCommand
{
    /// <summary>A sheet that cannot be read is a fault like any other.</summary>
    public static Result<RequestSheet> Read(string path)
    {
        try
        {
            return RequestReader.Read(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Result<RequestSheet>.No(new Problem(path, e.Message));
        }
    }

    /// <summary>The plan on the given addresses, else on the first /20 of the sheet's pool.</summary>
    public static Result<PlanFolder> Plan(RequestSheet sheet, string? cidr)
    {
        var network = sheet.Network;
        if (cidr is null)
        {
            return AddressPool.FirstFree(network.CidrPool, network.Reserved, new HashSet<IPNetwork>()) is { } free
                ? Result<PlanFolder>.Ok(PlanPipeline.Run(sheet, free, AwsFacts.Embedded))
                : Result<PlanFolder>.No(new Problem("network.cidrPool", $"{network.CidrPool} has no free /{AddressPool.PrefixLength} outside network.reserved"));
        }

        if (!IPNetwork.TryParse(cidr, out var given))
        {
            return Result<PlanFolder>.No(new Problem("--cidr", $"{cidr} is not a network such as 10.64.0.0/{AddressPool.PrefixLength}"));
        }

        return AddressPool.WhyNot(given, network.CidrPool, network.Reserved) is { } fault
            ? Result<PlanFolder>.No(new Problem("--cidr", fault))
            : Result<PlanFolder>.Ok(PlanPipeline.Run(sheet, given, AwsFacts.Embedded));
    }

    /// <summary>One line per fault.</summary>
    public static int Invalid(TextWriter error, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            error.WriteLine(problem.ToString().ReplaceLineEndings(" "));
        }

        return ExitCode.Invalid;
    }

    /// <summary>Says why a valid sheet is refused, one line per refusal.</summary>
    public static int Verdict(TextWriter error, Plan plan)
    {
        foreach (var refusal in plan.Refusals)
        {
            error.WriteLine($"{string.Join(", ", refusal.Requirements)}: {refusal.Why} ({refusal.Proof})".ReplaceLineEndings(" "));
        }

        return plan.Feasible ? ExitCode.Ok : ExitCode.Refused;
    }
}
