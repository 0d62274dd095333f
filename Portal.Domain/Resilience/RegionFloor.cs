namespace Portal.Domain.Resilience;

/// <summary>
/// The floor of two regions or more (docs/planner.md, Two regions). It is not 1 - (1 - A)²: the takeover takes time, some causes strike both regions,
/// and the second region is only as good as its own chain. Percent, truncated to four decimals like <see cref="Floor"/>.
/// </summary>
public static class RegionFloor
{
    /// <summary>
    /// How long an outage of a region lasts on the average. AWS's post-event summaries name 2 h 52 min (DynamoDB, October 2025, aws.amazon.com/message/101925),
    /// 4 h 17 min (S3, February 2017, message/41926) and 6 h 52 min (internal network, December 2021, message/12721). Only the worst get a summary, so
    /// a shorter value is taken; of what strikes a region it is the careful one, since the takeover then weighs more. What a single instance loses is over sooner (<see cref="Chain.Alone"/>).
    /// </summary>
    public const decimal MeanRegionOutageSeconds = 7_200;

    /// <summary>
    /// The share of outages that takes both regions: a bad release, an expired certificate, a global service. Planning estimate; the beta-factor model of
    /// IEC 61508-6, Annex D, where 2 % is a usual value for well separated channels and 10 % for identical ones side by side.
    /// </summary>
    public const decimal CommonCause = 0.02m;

    /// <summary>
    /// One region serves and the other takes over. The takeover is the promised one: detection, decision, the slower of promotion and scale-out, TTL.
    /// Global parts (accelerator, CDN with dynamic requests) stand in series with both regions.
    /// </summary>
    public static decimal Of(Chain chain, Chain otherChain, decimal takeoverSeconds, IReadOnlyList<PathPart>? globalParts = null) =>
        InSeries(Lost(chain, otherChain.Available, takeoverSeconds), globalParts);

    /// <summary>
    /// Every region serves its share of the users: an outage of one strikes them, and only until their traffic is shifted. Which of two others they are shifted to is not known, so the worse one counts.
    /// </summary>
    public static decimal Of(params IReadOnlyList<RegionShare> regions) => regions.Sum(region => region.Share) == 1
        ? InSeries(1 - Available(regions), null)
        : throw new ArgumentException($"The shares {string.Join(", ", regions.Select(region => region.Share))} do not make a whole.", nameof(regions));

    /// <summary>As above, before global parts and truncation: what is available, 0 to 1.</summary>
    internal static decimal Available(Chain chain, Chain otherChain, decimal takeoverSeconds) => 1 - Lost(chain, otherChain.Available, takeoverSeconds);

    /// <summary>The same where every region serves.</summary>
    internal static decimal Available(IReadOnlyList<RegionShare> regions) => 1 - regions.Select((region, index) =>
        region.Share * Lost(region.Chain, regions.Where((_, other) => other != index).Min(other => other.Chain.Available), region.TakeoverSeconds)).Sum();

    /// <summary>The share of time lost in one region: to single instances, which no takeover helps, and to the rest until the takeover, then what the other region cannot serve either.</summary>
    private static decimal Lost(Chain chain, decimal otherAvailable, decimal takeoverSeconds)
    {
        var takeover = Math.Min(1, takeoverSeconds / MeanRegionOutageSeconds);
        return 1 - chain.Alone + ((chain.Alone - chain.Available) * (takeover + ((1 - takeover) * (CommonCause + ((1 - CommonCause) * (1 - otherAvailable))))));
    }

    private static decimal InSeries(decimal lost, IReadOnlyList<PathPart>? globalParts) =>
        Floor.Of([new PathPart("regions", (1 - lost) * 100), .. globalParts ?? []]);
}
