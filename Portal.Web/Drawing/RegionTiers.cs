using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Web.Drawing;

/// <summary>What stands in one region, tier by tier, in words; no places yet.</summary>
internal sealed record RegionTiers
{
    public TierPart? Balancer { get; private init; }

    /// <summary>Tiers that stand in zones, top down.</summary>
    public required IReadOnlyList<TierRow> Rows { get; init; }

    /// <summary>What belongs to the region as a whole.</summary>
    public required IReadOnlyList<TierPart> Whole { get; init; }

    /// <summary>Other regions' data are copied to here.</summary>
    public required bool IsCopy { get; init; }

    public required string Words { get; init; }

    public static RegionTiers Of(Plan plan, PlannedRegion region)
    {
        var zones = Math.Max(1, region.Zones.Count);
        var fleet = plan.Compute.FirstOrDefault(c => c.Region == region.Region);
        var rows = new List<TierRow>();
        if (fleet is not null)
        {
            rows.Add(Fleet(fleet));
        }

        rows.AddRange(plan.Database.Where(d => d.Region == region.Region && d.Instances > 0).Select(d => DatabaseRow.Of(d, zones)));
        rows.AddRange(plan.Cache.Where(c => c.Region == region.Region).Select(c => Cache(c, zones)));
        List<TierPart> whole =
        [
            .. plan.KeyValue.Where(k => k.Region == region.Region).Select(k => new TierPart("DynamoDB", $"{k.Mode}, {Domain.Wire.Name(k.Consistency)} reads")),
            .. plan.Objects.Where(o => o.Region == region.Region).Select(o => new TierPart("S3", $"{o.SizeGb:#,##0.#} GB, {o.Role}")),
        ];
        if (region.Role == RegionRole.Backup && whole.Count == 0 && rows.Count == 0)
        {
            whole.Add(new TierPart("Backup vault", "copies of snapshots"));
        }

        var balancer = fleet is null ? null : new TierPart("Application load balancer", zones == 1 ? "one zone answers" : $"over {zones} zones");
        return new RegionTiers
        {
            Balancer = balancer,
            Rows = rows,
            Whole = whole,
            IsCopy = region.Role is RegionRole.Backup or RegionRole.Secondary,
            Words = Sentence(region, [.. balancer is null ? [] : new[] { balancer }, .. rows.SelectMany(r => r.Parts), .. whole]),
        };
    }

    /// <summary>A fleet may stand in fewer zones than the network spans; a pilot light runs nothing.</summary>
    private static TierRow Fleet(ComputePlan fleet)
    {
        var zones = fleet.Max / fleet.PerZone;
        var part = new TierPart($"{fleet.Desired / zones} × {fleet.InstanceType}", $"up to {fleet.PerZone} at peak");
        return new TierRow(ShapeKind.Compute, [.. Enumerable.Range(0, zones).Select(zone => (zone, part))]);
    }

    private static TierRow Cache(CachePlan cache, int zones)
    {
        var counts = Enumerable.Range(0, zones).Select(zone => (zone, Count: cache.Nodes / zones + (zone < cache.Nodes % zones ? 1 : 0))).Where(z => z.Count > 0);
        return new TierRow(ShapeKind.Data, [.. counts.Select(z => (z.zone, new TierPart($"{Name(cache.Engine)} × {z.Count}", cache.NodeType)))]);
    }

    private static string Name(CacheEngine engine) => engine switch
    {
        CacheEngine.Valkey => "Valkey",
        CacheEngine.Redis => "Redis",
        _ => "Memcached",
    };

    private static string Sentence(PlannedRegion region, IReadOnlyList<TierPart> parts) =>
        $"Region {region.Region}, {Domain.Wire.Name(region.Role)}, {(region.Zones.Count == 1 ? "one zone" : $"{region.Zones.Count} zones")}: "
        + string.Join("; ", parts.GroupBy(p => p).Select(g => g.Key.Words + (g.Count() > 1 ? $" in each of {g.Count()} zones" : ""))) + ".";
}

/// <summary>One box.</summary>
internal sealed record TierPart(string Title, string Detail)
{
    public string Words => $"{Title}, {Detail}";
}

/// <summary>A tier that stands in zones; a zone without it has no part.</summary>
internal sealed record TierRow(ShapeKind Kind, IReadOnlyList<(int Zone, TierPart Part)> InZones)
{
    public IEnumerable<TierPart> Parts => InZones.Select(z => z.Part);

    public TierPart? InZone(int zone) => InZones.FirstOrDefault(z => z.Zone == zone).Part;
}
