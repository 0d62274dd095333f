using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Costs;

/// <summary>Plans of generated sheets of every kind, made once for all tests that look at prices.</summary>
internal static class PricedPlans
{
    private const int Sheets = 90;

    private static readonly Lazy<IReadOnlyList<(RequestSheet Sheet, Plan Plan)>> Made = new(() =>
        [.. Enumerable.Range(0, Sheets).Select(GeneratedSheets.Mixed).Select(sheet => (sheet, Designs.Of(sheet))).Where(pair => pair.Item2.Feasible)]);

    public static IReadOnlyList<(RequestSheet Sheet, Plan Plan)> All => Made.Value;
}
