using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>A plan and the sheet it answers, under the name that failures show.</summary>
internal sealed record VariedPlan(string Name, RequestSheet Sheet, PlanFolder Folder)
{
    public Plan Plan => Folder.Plan;

    /// <summary>On the first free addresses of the sheet's pool.</summary>
    public static VariedPlan Of(string name, RequestSheet sheet)
    {
        var first = AddressPool.FirstFree(sheet.Network.CidrPool, sheet.Network.Reserved, new HashSet<System.Net.IPNetwork>())!.Value;
        return new(name, sheet, PlanPipeline.Run(sheet, first, Designs.Facts));
    }

    public override string ToString() => Name;
}

/// <summary>A hundred plans of varied sheets, each made once for all tests that look at them: scenarios, sheets for what chance seldom meets, and generated ones.</summary>
internal static class HundredPlans
{
    /// <summary>Numbers of generated sheets that can be built.</summary>
    private static readonly int[] Seeds =
    [
        10, 11, 12, 13, 14, 16, 18, 20, 21, 22, 23, 24, 25, 26, 27, 30, 31, 32, 33, 34, 35, 36, 37, 39, 40, 41,
        42, 43, 44, 45, 46, 47, 49, 50, 52, 53, 54, 55, 57, 58, 59, 61, 62, 64, 66, 67, 68, 69, 70, 75, 77,
    ];

    private static readonly Lazy<IReadOnlyList<VariedPlan>> Made = new(() =>
        [.. Sheets().AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(sheet => VariedPlan.Of(sheet.Name, sheet.Sheet))]);

    public static IReadOnlyList<VariedPlan> All => Made.Value;

    private static IEnumerable<(string Name, RequestSheet Sheet)> Sheets() =>
    [
        .. ScenarioSheets.Names.Select(name => (name, ScenarioSheets.Of(name))),
        .. ChosenSheets.All.Select(sheet => (sheet.Key, sheet.Value)),
        .. Seeds.Select(seed => ($"number {seed}", VariedSheets.Number(seed))),
    ];
}
