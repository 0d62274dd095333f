using System.Collections.Frozen;

namespace Portal.Domain.Facts;

/// <summary>
/// The numbers that plans stand on: prices, specifications, service levels, timings and rules of thumb, with their sources
/// (Facts/README.md). One immutable snapshot; <see cref="Embedded"/> is the one that ships with the portal.
/// </summary>
public sealed record AwsFacts
{
    private static readonly Lazy<AwsFacts> Shipped = new(FactsReader.ReadEmbedded);

    /// <summary>The snapshot built into the portal; read once.</summary>
    public static AwsFacts Embedded => Shipped.Value;

    /// <summary>Names the price book: its newest month and the start of a hash over its bytes.</summary>
    public required string PriceVersion { get; init; }

    /// <summary>The same for everything that is not a price.</summary>
    public required string FactsVersion { get; init; }

    public required FrozenDictionary<string, Region> Regions { get; init; }

    /// <summary>What EC2 sells in a region, by region code; a region without an entry has no prices.</summary>
    public required FrozenDictionary<string, IReadOnlyList<InstanceOffer>> Instances { get; init; }

    /// <summary>What RDS sells, by region and the price book's engine name (<c>postgresql</c>, <c>aurora-mysql</c>, …). Aurora engines list the classes that Aurora supports and no others.</summary>
    public required FrozenDictionary<(string Region, string Engine), IReadOnlyList<DatabaseOffer>> Databases { get; init; }

    /// <summary>What new databases run, by RDS' name of the engine (<c>postgres</c>, <c>aurora-mysql</c>, …).</summary>
    public required FrozenDictionary<string, EngineVersion> EngineVersions { get; init; }

    /// <summary>What ElastiCache sells, by region code.</summary>
    public required FrozenDictionary<string, IReadOnlyList<CacheOffer>> Caches { get; init; }

    /// <summary>Prices by service, item and region; <c>global</c> where it is the same everywhere.</summary>
    public required FrozenDictionary<(string Service, string Item, string Region), UnitPrice> ServicePrices { get; init; }

    /// <summary>Published monthly commitments in percent, by service and configuration.</summary>
    public required FrozenDictionary<(string Service, string Configuration), decimal> Commitments { get; init; }

    public required FrozenDictionary<(string Service, string Scenario), FailoverTime> FailoverTimes { get; init; }

    public required FrozenDictionary<string, CapacityRule> Rules { get; init; }

    public required FrozenDictionary<string, FactFormula> Formulas { get; init; }

    /// <summary>Typical minutes by resource type and operation (<c>create</c>, <c>create-multi-az</c>, <c>delete</c>, …).</summary>
    public required FrozenDictionary<(string ResourceType, string Operation), decimal> TypicalMinutes { get; init; }

    /// <summary>The high end of the same, for promises.</summary>
    public required FrozenDictionary<(string ResourceType, string Operation), decimal> HighMinutes { get; init; }

    /// <summary>Ids of all sources.</summary>
    public required FrozenSet<string> Sources { get; init; }

    /// <summary>The price of the region, else the one for everywhere; null where the price book has none.</summary>
    public UnitPrice? FindPrice(string service, string item, string region) =>
        ServicePrices.GetValueOrDefault((service, item, region)) ?? ServicePrices.GetValueOrDefault((service, item, "global"));

    /// <summary>
    /// As <see cref="FindPrice"/>; for small items that the price book holds for one region only, that region's price as an estimate. AWS asks the same for these nearly everywhere.
    /// </summary>
    public UnitPrice? FindPriceOrReference(string service, string item, string region) =>
        FindPrice(service, item, region) ?? (FindPrice(service, item, ReferenceRegion) is { } reference ? reference with { Estimated = true } : null);

    /// <summary>The region of which the price book knows most.</summary>
    private const string ReferenceRegion = "us-east-1";

    /// <summary>As <see cref="FindPrice"/> for a price that the caller has made sure of.</summary>
    public UnitPrice Price(string service, string item, string region) =>
        FindPrice(service, item, region) ?? throw new InvalidOperationException($"The price book has no {service} {item} in {region}.");
}
