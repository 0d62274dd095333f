using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>Content delivery, the way of the application's requests, firewall, floods, names, a page for bad days, and how load is spread.</summary>
internal static class FrontTopics
{
    public static IEnumerable<Topic> Of(PlanningInput input, SearchSpace space, Design chosen)
    {
        var kind = chosen.Front.Kind;
        if (kind.HasStatic)
        {
            yield return new Topic("content delivery", "CloudFront before a private bucket", input.Paths.StaticContent, "buckets are never public, so static content has no other way to users; it is cached near them", null, []);
        }

        if (input.IsPublic)
        {
            yield return Dynamic(input, space, kind);
            yield return Guard(input, space, kind);
            yield return Floods(input, space, chosen, kind);
        }

        if (chosen.Reach.TakesOver)
        {
            yield return Routing(space, chosen, kind);
        }

        if (Offered(space, other => other.HasFallback))
        {
            yield return new Topic(
                "static fallback",
                kind.HasFallback ? "a static page" : "none",
                SheetPaths.None,
                kind.HasFallback ? "a page answers while no region does" : "nothing that was asked needs a page for the time when nothing serves",
                null,
                [kind.HasFallback ? ("none", Front(other => !other.HasFallback)) : ("a static page", Front(other => other.HasFallback))]);
        }

        var balancing = LoadBalancing.Of(input.Sheet);
        yield return new Topic("load balancing", balancing.Label, LoadBalancing.Because(input.Sheet), balancing.Why, null, []);
    }

    private static Topic Dynamic(PlanningInput input, SearchSpace space, FrontKind kind)
    {
        var others = Offered(space, other => other.DynamicThroughCdn != kind.DynamicThroughCdn)
            ? new[] { (Way(!kind.DynamicThroughCdn), Front(other => other.DynamicThroughCdn != kind.DynamicThroughCdn)) } : [];
        return new Topic(
            "dynamic requests",
            Way(kind.DynamicThroughCdn),
            input.Paths.Entry,
            kind.DynamicThroughCdn ? "bytes to users cost less by CloudFront, even with its fee for each request" : "CloudFront's fee for each request and its commitment in the floor buy nothing that was asked",
            null,
            others);
    }

    private static Topic Guard(PlanningInput input, SearchSpace space, FrontKind kind)
    {
        var others = new[] { Firewall.FailOpen, Firewall.FailClosed, Firewall.Edge }
            .Where(other => other != kind.Firewall && Offered(space, offered => offered.Firewall == other))
            .Select(other => (Words(other), Front(offered => offered.Firewall == other)));
        return new Topic("firewall", Words(kind.Firewall), input.Paths.Entry, Gives(kind.Firewall), null, others);
    }

    private static Topic Floods(PlanningInput input, SearchSpace space, Design chosen, FrontKind kind) => new(
        "DDoS protection",
        kind.HasShield ? "Shield Advanced" : "Shield Standard",
        input.Paths.Entry,
        kind.HasShield ? "its subscription, for a year, pays the firewall's fees, which would be more; a response team and cover for the cost of floods come with it" : "every account has it free of charge against common floods; Advanced adds a response team and cover for what floods cost, for a year at least",
        kind.HasShield ? null : Front(other => other with { HasShield = false } == kind && other.HasShield).Beside(chosen),
        Offered(space, other => other.HasShield != kind.HasShield) ? [(kind.HasShield ? "Shield Standard" : "Shield Advanced", Front(other => other.HasShield != kind.HasShield))] : []);

    private static Topic Routing(SearchSpace space, Design chosen, FrontKind kind)
    {
        var here = Choice.On(chosen);
        var others = space.Options(Tier.Front, here).Cast<FrontOption>().Select(option => option.Kind.Steering).Where(other => other != kind.Steering).Distinct().Order()
            .Select(other => (Words(other), Front(option => option.Steering == other)));
        return new Topic("routing", Words(kind.Steering), SheetPaths.None, "users are led to the region that serves", Front(other => other.Steering != kind.Steering && other with { Steering = kind.Steering } == kind).Beside(chosen), others)
        {
            ServesRegions = true,
        };
    }

    private static bool Offered(SearchSpace space, Func<FrontKind, bool> admits) => space.Options(Tier.Front, Choice.Free).Cast<FrontOption>().Any(option => admits(option.Kind));

    private static Choice Front(Func<FrontKind, bool> admits) => Choice.OfTier<FrontOption>(Tier.Front, option => admits(option.Kind));

    private static string Way(bool throughCdn) => throughCdn ? "through CloudFront" : "straight to the load balancer";

    private static string Words(Firewall firewall) => firewall switch
    {
        Firewall.FailOpen => "AWS WAF, fail-open",
        Firewall.FailClosed => "AWS WAF, fail-closed",
        Firewall.Edge => "AWS WAF at the edge",
        _ => "none",
    };

    private static string Gives(Firewall firewall) => firewall switch
    {
        Firewall.FailOpen => "requests pass while it cannot be reached, so that it is no link of the chain",
        Firewall.FailClosed => "no request passes unseen",
        Firewall.Edge => "it stands where requests come in",
        _ => "public production endpoints get one, and environments whose compliance programme asks for it",
    };

    private static string Words(Steering steering) => steering switch
    {
        Steering.StandardChecks => "Route 53 with health checks every 30 s",
        Steering.FastChecks => "Route 53 with health checks every 10 s",
        Steering.Accelerator => "Global Accelerator",
        Steering.TargetHealth => "Route 53 by the load balancers' view of their targets",
        _ => "names switched by hand",
    };
}
