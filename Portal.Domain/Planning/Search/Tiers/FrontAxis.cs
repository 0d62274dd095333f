using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>
/// The way of users to the load balancers: content delivery, firewall, and how the loss of a region is noticed. What is never or seldom cheapest (fail-closed, a static fallback; Shield Advanced, whose subscription pays the firewall's fees and binds for a year) is offered
/// beside each way, but not multiplied with the other such.
/// </summary>
internal static class FrontAxis
{
    /// <summary>The modules dns and accelerator lead to two regions, and shield guards as many.</summary>
    public const int MostRegions = 2;

    public static IEnumerable<TierOption> Options(PlanningInput input, Reach reach, Topology topology)
    {
        var hasStatic = StaticTraffic.IsAsked(input.Sheet);
        if (hasStatic && AudienceAreas.Of(input) is null)
        {
            return [];
        }

        var names = FrontOption.Names.Of(input);
        return from steering in Steerings(input, reach, names)
               from throughCdn in ThroughCdn(input, reach, names) ? new[] { false, true } : [false]
               from kind in WithExtras(input, reach, names, Kind(input, hasStatic, throughCdn, steering))
               select Option(input, reach, topology, names, kind);
    }

    private static FrontKind Kind(PlanningInput input, bool hasStatic, bool throughCdn, Steering steering)
    {
        var guarded = input.IsPublic && IsGuarded(input);
        return new FrontKind(hasStatic, throughCdn, !guarded ? Firewall.None : throughCdn ? Firewall.Edge : Firewall.FailOpen, steering)
        {
            EdgeFirewall = (throughCdn && guarded) || (hasStatic && AsksFirewall(input)),
        };
    }

    private static bool IsGuarded(PlanningInput input) => input.Sheet.Metadata.Stage == Stage.Production || AsksFirewall(input);

    private static bool AsksFirewall(PlanningInput input) => ProgrammeDemands.Asks(input.Sheet, "firewall");

    /// <summary>
    /// The distribution asks one load balancer, under the name that users type; nobody else reaches that one. Programmes that ask for a firewall have it before the load balancer, where its log lies in the region.
    /// </summary>
    private static bool ThroughCdn(PlanningInput input, Reach reach, FrontOption.Names? names) =>
        input.IsPublic && names is not null && reach.Live.Count() == 1 && AudienceAreas.Of(input) is not null && !AsksFirewall(input);

    private static IEnumerable<FrontKind> WithExtras(PlanningInput input, Reach reach, FrontOption.Names? names, FrontKind kind)
    {
        yield return kind;
        if (kind.Firewall == Firewall.FailOpen)
        {
            yield return kind with { Firewall = Firewall.FailClosed };
        }

        if (input.IsPublic && reach.Live.Count() <= MostRegions && ShieldCosts.IsPriced(input))
        {
            yield return kind with { HasShield = true };
        }

        if (input.IsPublic && names is not null && !kind.DynamicThroughCdn)
        {
            yield return kind with { HasFallback = true, EdgeFirewall = kind.EdgeFirewall || AsksFirewall(input) };
        }
    }

    private static IEnumerable<Steering> Steerings(PlanningInput input, Reach reach, FrontOption.Names? names)
    {
        if (!reach.TakesOver)
        {
            return [Steering.None];
        }

        var reachable = reach.Live.Count() <= MostRegions;
        IEnumerable<Steering> byName = names is null ? [Steering.ByHand] : !reachable ? [] : input.IsPublic ? [Steering.StandardChecks, Steering.FastChecks] : [Steering.TargetHealth];
        return input.IsPublic && reachable && SteeringCosts.Premiums(input, reach) is not null ? byName.Append(Steering.Accelerator) : byName;
    }

    private static FrontOption Option(PlanningInput input, Reach reach, Topology topology, FrontOption.Names? names, FrontKind kind) => new(input, bill => FrontCosts.Add(bill, reach, topology, kind, names))
    {
        Kind = kind,
        Domain = names,
        Commitment = kind.Firewall is Firewall.FailClosed or Firewall.Edge ? new PathPart("firewall", input.Facts.Commitments[("waf", "all")]) : null,
        GlobalCommitment = kind.DynamicThroughCdn ? new PathPart("content delivery network", input.Facts.Commitments[("cloudfront", "all")])
            : kind.Steering == Steering.Accelerator ? new PathPart("global accelerator", input.Facts.Commitments[("global-accelerator", "multi-AZ endpoints")]) : null,
        Zone = new RecoveryTime(0, 0),
        Region = new RecoveryTime(0, 0),
        Lacks = (SpeaksPlainHttp(input, reach, names) ? Shortfall.PlainHttp : Shortfall.None) | (kind.HasShield ? Shortfall.Subscription : Shortfall.None),
        SwitchSeconds = reach.Strategy == Strategy.OneRegion ? 0 : SwitchSeconds(input, reach, kind.Steering),
        Pieces = (kind.Steering is Steering.None or Steering.ByHand ? 0 : reach.Live.Count()) + (kind.DynamicThroughCdn ? 1 : 0) + (kind.Firewall == Firewall.FailClosed ? 1 : 0) + (kind.HasShield ? 1 : 0) + (kind.HasFallback ? 1 : 0),
    };

    /// <summary>
    /// A certificate that stands already serves one region's load balancer, and without a domain none can be made for another's. Where the sheet names neither, every region is alike and no choice helps: then the control fails on the plan, and says so.
    /// </summary>
    public static bool SpeaksPlainHttp(PlanningInput input, Reach reach, FrontOption.Names? names) => names is null && input.Sheet.Dns?.Certificate is not null && reach.Live.Count() > 1;

    /// <summary>Without health checks the alarms of the first region tell, as fast as standard checks; where names are changed by hand a person decides, even if all else is automatic.</summary>
    private static long SwitchSeconds(PlanningInput input, Reach reach, Steering steering)
    {
        var rules = input.Recovery;
        return steering switch
        {
            Steering.Accelerator => rules.Region.Detection(RegionDetection.Accelerator),
            Steering.FastChecks => rules.Region.Detection(RegionDetection.Fast) + RegionRecovery.DnsTtl,
            Steering.ByHand when reach.IsAutomatic => rules.Region.Detection(RegionDetection.Standard) + RegionRecovery.DnsTtl + rules.Decision,
            _ => rules.Region.Detection(RegionDetection.Standard) + RegionRecovery.DnsTtl,
        };
    }
}
