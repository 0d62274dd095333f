using System.Text.Json.Nodes;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>Refusals where a table, a cache or a bucket as asked for cannot be had anywhere.</summary>
internal static class DataGaps
{
    public static IEnumerable<Gap> Of(PlanningInput input, SearchSpace space)
    {
        var data = input.Sheet.Data;
        if (data.KeyValue is { } table && space.Lacks(Tier.Table))
        {
            yield return Table(input, table);
        }

        if (data.Cache is { } cache && space.Lacks(Tier.Cache))
        {
            yield return Cache(input, cache);
        }

        if (data.Objects is not null && space.Lacks(Tier.Objects))
        {
            yield return new Gap(Objects(input, space));
        }
    }

    private static Gap Table(PlanningInput input, KeyValue table)
    {
        // Several regions answer, and the strong reads that are asked for need a table that agrees over all of them.
        if (input.Sheet.Placement.ActiveActive && table.Consistency == ReadConsistency.Strong)
        {
            return new Gap(
                new Refusal
                {
                    Kind = RefusalKind.Infeasible,
                    Requirements = ["data.keyValue.consistency", SheetPaths.ActiveActive],
                    Why = "Strong reads in several active regions need a table that agrees over three regions of one group, which these regions and the residency do not give.",
                    Proof = $"{input.Region} with {string.Join(" or ", input.SecondRegions)}; groups: US us-east-1, us-east-2, us-west-2; EU eu-west-1, -2, -3, eu-central-1; AP ap-northeast-1, -2, -3",
                },
                new Edit("data.keyValue.consistency", Wire.Name(ReadConsistency.Eventual), sheet => sheet with { Data = sheet.Data with { KeyValue = sheet.Data.KeyValue! with { Consistency = ReadConsistency.Eventual } } }));
        }

        return new Gap(NoPrice(SheetPaths.KeyValue, "DynamoDB", input.Region));
    }

    private static Gap Cache(PlanningInput input, Cache cache)
    {
        var (offers, size) = (input.Facts.Caches.GetValueOrDefault(input.Region, []), new CacheSize(cache, input.Facts));
        return offers.Count == 0
            ? new Gap(NoPrice(SheetPaths.Cache, "ElastiCache", input.Region))
            : new Gap(
                new Refusal
                {
                    Kind = RefusalKind.Infeasible,
                    Requirements = [SheetPaths.Cache],
                    Why = $"No cache node in {input.Region} is large enough.",
                    Proof = $"needs {cache.SizeGb:0.##} GB and {cache.OpsPerSecond:0} operations a second; the largest node has {offers.Max(offer => size.UsableGb(offer.Node)):0.##} usable GB and carries {offers.Max(offer => size.OperationsPerSecond(offer.Node)):0}",
                },
                Smaller(cache, size, offers));
    }

    /// <summary>As much as the nodes hold and carry that fall short of the least.</summary>
    private static Edit Smaller(Cache cache, CacheSize size, IReadOnlyList<CacheOffer> offers)
    {
        var nodes = size.Spreads ? CacheAxis.MostSpread : 1;
        var (gb, operations) = offers
            .Select(offer => (Gb: Math.Min(cache.SizeGb, nodes * size.UsableGb(offer.Node)), Operations: Math.Min(cache.OpsPerSecond, nodes * size.OperationsPerSecond(offer.Node))))
            .MaxBy(most => (most.Gb / cache.SizeGb) + (most.Operations / Math.Max(1, cache.OpsPerSecond)));
        var smaller = cache with { SizeGb = Math.Floor(100 * gb) / 100, OpsPerSecond = operations };
        (string Field, decimal Amount, bool IsLess)[] changes = [("sizeGb", smaller.SizeGb.Trimmed(), gb < cache.SizeGb), ("opsPerSecond", operations.Trimmed(), operations < cache.OpsPerSecond)];
        return new Edit(
            [.. changes.Where(change => change.IsLess).Select(change => KeyValuePair.Create($"{SheetPaths.Cache}.{change.Field}", (JsonNode?)change.Amount))],
            sheet => sheet with { Data = sheet.Data with { Cache = smaller } });
    }

    private static Refusal Objects(PlanningInput input, SearchSpace space) => space.Reaches.All(reach => reach.Sites.Count > 2)
        ? new Refusal
        {
            Kind = RefusalKind.Unsupported,
            Requirements = [SheetPaths.Objects, SheetPaths.SecondaryRegions],
            Why = "Objects are copied to one other region only.",
            Proof = $"{string.Join(", ", input.SecondRegions)} are asked for",
        }
        : NoPrice(SheetPaths.Objects, "S3", input.Region);

    private static Refusal NoPrice(string path, string service, string region) => new()
    {
        Kind = RefusalKind.NoPrice,
        Requirements = [path],
        Why = $"The price book cannot price {service} as asked for in {region}.",
        Proof = $"no price for {service} in {region}",
    };
}
