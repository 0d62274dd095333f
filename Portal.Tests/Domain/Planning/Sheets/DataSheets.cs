using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>The default sheet with other data than a relational database, and designs of it; several regions are judged by the search alone.</summary>
internal static class DataSheets
{
    private const string Relational = "relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }";

    public const string Table = "keyValue: { sizeGb: 40, readsPerSecond: 600, writesPerSecond: 200, itemKb: 1, consistency: eventual }";
    public const string Cache = "cache: { engine: valkey, sizeGb: 3, opsPerSecond: 5000 }";
    public const string Objects = "objects: { sizeGb: 500 }";

    public static RequestSheet Of(string data, params (string Find, string Write)[] edits) => Make.ProductionSheet([(Relational, data), .. edits]);

    /// <summary>From eu-west-1, within the EU.</summary>
    public static RequestSheet InEurope(string data, params (string Find, string Write)[] edits) =>
        Of(data, [("primaryRegion: eu-central-1", "primaryRegion: eu-west-1\n  residency: [EU]"), ("acm:eu-central-1", "acm:eu-west-1"), ("monthlyUsd: 2000", "monthlyUsd: 20000"), .. edits]);

    /// <summary>What the loss of the first region may cost.</summary>
    public static (string Find, string Write) RegionLoss(string rpo, string rto) => ("recovery:\n", $"recovery:\n  region: {{ rpo: {rpo}, rto: {rto} }}\n");

    public static Chooser Chooser(RequestSheet sheet) => new(SearchSpace.Of(PlanningInput.Of(sheet, Designs.Facts)), Requirement.Of(sheet));

    public static Design? Best(RequestSheet sheet) => Chooser(sheet).Best();

    /// <summary>The cheapest design in a strategy with some of a tier's options.</summary>
    public static Design Forced<T>(RequestSheet sheet, Strategy strategy, Tier tier, Func<T, bool> admits) where T : TierOption =>
        Chooser(sheet).Best(Choice.OfTier(tier, admits) with { Reach = reach => reach.Strategy == strategy }, [])!;

    /// <summary>The stacks' bodies by name, for the linter.</summary>
    public static Dictionary<string, string> Templates(PlanFolder folder) =>
        folder.Files.Where(file => file.Key.StartsWith("stacks/", StringComparison.Ordinal)).ToDictionary(file => Path.GetFileNameWithoutExtension(file.Key), file => file.Value, StringComparer.Ordinal);
}
