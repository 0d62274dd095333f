using System.Text.Json.Nodes;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>No relational database as asked for can be had: too many regions, no price, or a size or a load that no volume or class carries.</summary>
internal static class DatabaseGap
{
    public static Gap Of(PlanningInput input, Relational database)
    {
        if (input.Sheet.Placement is { ActiveActive: true, SecondaryRegions.Count: >= RelationalAxes.MostRegions })
        {
            return new Gap(new Refusal
            {
                Kind = RefusalKind.Unsupported,
                Requirements = [SheetPaths.SecondaryRegions],
                Why = $"Relational data spans at most {RelationalAxes.MostRegions} regions: its password and its copy are made for one other.",
                Proof = $"{1 + input.Sheet.Placement.SecondaryRegions.Count} regions are asked for",
            });
        }

        return new Gap(Lacking(input, database, input.DatabaseClasses.Size), [.. Edits(input, database)]);
    }

    private static Refusal Lacking(PlanningInput input, Relational database, DatabaseSize size)
    {
        var engine = input.DatabaseClasses.Engine(database.Service);
        var sold = input.DatabaseClasses.Sold(database.Service, input.Region).ToList();
        if (sold.Count == 0)
        {
            return Of(RefusalKind.NoPrice, $"The price book has no {engine} in {input.Region}.", $"no price for {engine} in {input.Region}");
        }

        return !IsHeld(database, size) ? Of(RefusalKind.Infeasible, "No database volume is large enough.", $"needs {size.NeededGb} GB, a fifth of the data to spare; {string.Join(", ", Volumes(database).Select(volume => $"{volume.Name} takes {volume.MostGb} GB"))}")
            : database.Service == RelationalService.Rds && size.Volumes().Count == 0 ? Storage(input, size)
            : Class(database, size, sold);
    }

    private static bool IsHeld(Relational database, DatabaseSize size) => Volumes(database).Any(volume => size.NeededGb <= volume.MostGb);

    private static IEnumerable<(string Name, int MostGb)> Volumes(Relational database) =>
    [
        .. database.Service == RelationalService.Aurora ? [] : new[] { ("RDS", DatabaseSize.LargestStartGb) },
        .. database.Service == RelationalService.Rds ? [] : new[] { ("Aurora", AuroraStorage.MaximumGb) },
    ];

    private static Refusal Of(RefusalKind kind, string why, string proof) => new() { Kind = kind, Requirements = [SheetPaths.Relational], Why = why, Proof = proof };

    private static Refusal Storage(PlanningInput input, DatabaseSize size) => Of(
        RefusalKind.NoPrice,
        "Storage beyond the baseline of a gp3 volume has no price in the price book.",
        $"{size.NeededGb} GB with {size.NeededIops:0} I/O a second; the baseline is {input.Facts.Rules["rds-gp3-baseline"].High:0} up to {DatabaseSize.MaximumGb} GB");

    private static Refusal Class(Relational database, DatabaseSize size, IReadOnlyList<DatabaseOffer> sold) => Of(
        RefusalKind.Infeasible,
        "No database class is large enough.",
        $"needs {size.NeededVcpu:0.##} vCPU and {database.Connections} connections; the largest class has {sold.Max(offer => offer.Class.Vcpu)} vCPU and {sold.Max(offer => Math.Floor(0.8m * size.MaxConnections(offer.Class))):0} usable connections");

    /// <summary>Less of one amount; where that is not enough, less of all.</summary>
    private static IEnumerable<Edit> Edits(PlanningInput input, Relational database)
    {
        bool IsHad(Edit edit) => HasOption(PlanningInput.Of(edit.Apply(input.Sheet), input.Facts));

        Func<decimal, Edit>[] amounts =
        [
            .. database.ReadsPerSecond > 0 ? [part => Less("readsPerSecond", Largest.Part(database.ReadsPerSecond, part), (lighter, reads) => lighter with { ReadsPerSecond = reads })] : Array.Empty<Func<decimal, Edit>>(),
            .. database.WritesPerSecond > 0 ? [part => Less("writesPerSecond", Largest.Part(database.WritesPerSecond, part), (lighter, writes) => lighter with { WritesPerSecond = writes })] : Array.Empty<Func<decimal, Edit>>(),
            .. !IsHeld(database, input.DatabaseClasses.Size) ? [part => Less("sizeGb", Largest.Part(database.SizeGb, part), (lighter, gb) => lighter with { SizeGb = gb })] : Array.Empty<Func<decimal, Edit>>(),
            .. database.Connections > 0 ? [part => Less("connections", Math.Floor(Largest.Part(database.Connections, part)), (lighter, connections) => lighter with { Connections = (int)connections })] : Array.Empty<Func<decimal, Edit>>(),
        ];
        var alone = amounts.Select(amount => Largest.Of(amount, IsHad)).OfType<Edit>().ToList();
        return alone.Count > 0 || amounts.Length < 2
            ? alone
            : new[] { Largest.Of(part => amounts.Select(amount => amount(part)).Aggregate((one, other) => one.And(other)), IsHad) }.OfType<Edit>();
    }

    private static bool HasOption(PlanningInput input) =>
        ReachAxis.Options(input).Any(reach => RelationalAxes.Options(input, reach, TopologyAxis.Options(input).First(), input.Sheet.Data.Relational!).Any());

    private static Edit Less(string field, decimal amount, Func<Relational, decimal, Relational> less) =>
        new($"{SheetPaths.Relational}.{field}", amount, sheet => sheet with { Data = sheet.Data with { Relational = less(sheet.Data.Relational!, amount) } });
}
