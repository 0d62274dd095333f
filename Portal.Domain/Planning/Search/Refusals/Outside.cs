using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Databases;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>What this version of the portal cannot build, with the most of it that it can.</summary>
internal static class Outside
{
    public static IReadOnlyList<Refusal> Of(PlanningInput input, IReadOnlyList<Refusal> refusals) =>
        [.. refusals.Select(refusal => refusal with { RelaxTo = [.. refusal.Requirements.Select(Less).OfType<Edit>().Select(edit => WayOut.Of(input.Sheet, input.Facts, edit)).OfType<Relaxation>()] })];

    /// <summary>Null where nothing less than all of it would do.</summary>
    private static Edit? Less(string path) => path == SheetPaths.ReadReplicas
        ? new Edit(path, DatabaseLayout.MostReaders, sheet => sheet with { Data = sheet.Data with { Relational = sheet.Data.Relational! with { ReadReplicas = DatabaseLayout.MostReaders } } })
        : null;
}
