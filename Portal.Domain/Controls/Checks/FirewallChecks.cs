namespace Portal.Domain.Controls.Checks;

/// <summary>What stands in front of public endpoints.</summary>
internal static class FirewallChecks
{
    private const string NothingPublic = "No endpoint is public, so no web application firewall is asked for.";

    /// <summary>Every public endpoint stands behind a web ACL with rules that refuse.</summary>
    public static CheckOutcome InFront(Inventory inventory) => new Verdict()
        .Judge(PublicBalancers(inventory), balancer => Unguarded(inventory, balancer))
        .Judge(inventory.OfType("AWS::CloudFront::Distribution"), distribution => IsAcl(distribution["DistributionConfig/WebACLId"]) ? null : "the CDN stands without a web application firewall")
        .Judge(inventory.OfType("AWS::WAFv2::WebACL"), acl => acl["Rules"].Items is not { Count: > 0 } rules ? "a web ACL has no rule"
            : rules.Any(rule => rule["OverrideAction"]["Count"].Exists) ? "a web ACL counts attacks and lets them pass" : null)
        .OrProvenBy(LoadBalancers.All(inventory), NothingPublic);

    /// <summary>While the firewall cannot be reached, requests are refused; where they pass unseen, that is a risk which the approver takes (contract, section 2, Floor).</summary>
    public static CheckOutcome FailsClosed(Inventory inventory) => new Verdict()
        .Judge(PublicBalancers(inventory).Where(balancer => !FailsOpen(balancer) || Unguarded(inventory, balancer) is not null), balancer => Unguarded(inventory, balancer))
        .LeaveToPeople(PublicBalancers(inventory).Any(FailsOpen), "While the firewall cannot be reached, requests pass unseen: the approver takes that risk by a tick.")
        .OrProvenBy(LoadBalancers.All(inventory), NothingPublic);

    /// <summary>A single address cannot flood the entry.</summary>
    public static CheckOutcome Floods(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::WAFv2::WebACL"), acl => acl["Rules"].Items.Any(rule => rule["Statement"]["RateBasedStatement"].Exists && rule["Action"]["Block"].Exists)
            ? null : "no rule slows down a flood from one address")
        .Missing("a public load balancer stands without a web application firewall", when: PublicBalancers(inventory).Any() && !inventory.OfType("AWS::WAFv2::WebACL").Any())
        .OrProvenBy(LoadBalancers.All(inventory), NothingPublic);

    /// <summary>The load balancer drops malformed headers and requests that parsers read differently.</summary>
    public static CheckOutcome CleanRequests(Inventory inventory) => new Verdict()
        .Judge(LoadBalancers.All(inventory), balancer =>
            !LoadBalancers.Attribute(balancer, "routing.http.drop_invalid_header_fields.enabled").IsTrue ? "a load balancer passes malformed headers on"
            : LoadBalancers.Attribute(balancer, "routing.http.desync_mitigation_mode").Is("monitor") ? "a load balancer passes ambiguous requests on" : null)
        .OrMissing("there is no load balancer");

    private static IEnumerable<ControlledResource> PublicBalancers(Inventory inventory) => LoadBalancers.All(inventory).Where(LoadBalancers.IsPublic);

    private static string? Unguarded(Inventory inventory, ControlledResource balancer) =>
        inventory.OfType("AWS::WAFv2::WebACLAssociation").Any(association => association["ResourceArn"].Reaches(balancer) && IsAcl(association["WebACLArn"])) ? null : "a public load balancer stands without a web application firewall";

    private static bool FailsOpen(ControlledResource balancer) => LoadBalancers.Attribute(balancer, "waf.fail_open.enabled").IsTrue;

    private static bool IsAcl(ControlledValue value) =>
        value.Targets.Any(target => target.Type == "AWS::WAFv2::WebACL") || value.Text?.Contains(":wafv2:", StringComparison.Ordinal) == true;
}
