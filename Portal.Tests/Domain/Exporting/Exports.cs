using Portal.Domain.Exporting;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Exporting;

/// <summary>Plans worth exporting, and what their scripts say.</summary>
internal static class Exports
{
    /// <summary>What a shell would love to run, and what it would take for quotes. A cost center is any printable ASCII.</summary>
    public const string Hostile = "it's $(id) `id` ${HOME} \\ \" & <b>; |";

    private static readonly (string, string) HostileCostCenter = ("costCenter: CC-1042", $"costCenter: '{Hostile.Replace("'", "''", StringComparison.Ordinal)}'");

    /// <summary>Objects with a copy in a second region, in production.</summary>
    public static RequestSheet Sheet { get; } = DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("24h", "24h"), HostileCostCenter);

    public static PlanFolder Plan { get; } = Designs.Run(Sheet);

    /// <summary>Only the stack of that module and what it needs: a smaller plan that stands on its own.</summary>
    public static PlanFolder UpTo(this PlanFolder folder, string module, string region = "eu-west-1")
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal) { folder.Plan.Stacks.Single(stack => stack.Module == module && stack.Region == region).Name };
        foreach (var stack in StackGraph.Of(folder.Plan.Stacks).Expect().InOrder.Reverse().Where(stack => wanted.Contains(stack.Name)))
        {
            wanted.UnionWith(stack.DependsOn);
        }

        return folder with { Plan = folder.Plan with { Stacks = [.. folder.Plan.Stacks.Where(stack => wanted.Contains(stack.Name))] } };
    }

    /// <summary>The script's calls that handle a stack, each as one text.</summary>
    public static IReadOnlyList<string> Calls(ExportFolder export) =>
        [.. export.Files[ExportFolder.ScriptPath].Split("\n\n").Where(part => part.StartsWith("stack '", StringComparison.Ordinal))];
}
