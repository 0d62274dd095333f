namespace Portal.Domain.Controls.Checks;

/// <summary>Who may talk to whom.</summary>
internal static class NetworkChecks
{
    private static readonly int[] RemoteLogin = [22, 3389];

    /// <summary>The world reaches ports 80 and 443 and nothing else, but for the notice that a packet to it was too large; where no endpoint is public, nothing at all.</summary>
    public static CheckOutcome Ingress(Inventory inventory) => new Verdict()
        .Judge(GroupRule.In(inventory).GroupBy(rule => rule.Where, rule => rule).Select(rules => rules.Key), carrier =>
            GroupRule.In(inventory).Any(rule => rule.Where == carrier && rule.IsWorld && !(inventory.IsPublic && (rule.IsOnly(80, 443) || rule.IsTooLargeNotice))) ? "the world reaches more than the web ports" : null)
        .OrMissing("no rule says who may come in");

    /// <summary>What leaves for the internet leaves by HTTPS; a group that names no rule would let everything out.</summary>
    public static CheckOutcome Egress(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::EC2::SecurityGroup"), group =>
            !group["SecurityGroupEgress"].Exists ? "a group lets everything out"
            : GroupRule.Out(inventory).Any(rule => rule.Group == group && rule.IsWorld && !rule.IsOnly(443)) ? "a group lets more out than HTTPS" : null)
        .OrMissing("no rule says what may go out");

    /// <summary>Databases and caches take connections from groups of the environment, not from addresses.</summary>
    public static CheckOutcome Tiers(Inventory inventory) => new Verdict()
        .Judge(StoredData.Databases(inventory), database => OnlyGroups(inventory, database["VPCSecurityGroups"] is { Exists: true } one ? one : database["VpcSecurityGroupIds"], "a database"))
        .Judge(StoredData.Caches(inventory), cache => OnlyGroups(inventory, cache["SecurityGroupIds"] is { Exists: true } one ? one : cache["VpcSecurityGroupIds"], "a cache"))
        .OrProvenBy(inventory.Fleets);

    /// <summary>Nobody logs in over SSH or RDP: no rule opens their ports, no key pair is given.</summary>
    public static CheckOutcome RemoteLogins(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::EC2::LaunchTemplate"), template => template["LaunchTemplateData/KeyName"].Exists ? "servers take an SSH key" : null)
        .Judge(GroupRule.In(inventory).Where(rule => RemoteLogin.Any(rule.Covers)).Select(rule => rule.Where).Distinct(), _ => "a rule opens SSH or RDP")
        .Judge(inventory.OfType("AWS::EC2::NetworkAclEntry").Where(LetsLoginsIn), _ => "a network ACL lets SSH or RDP in from everywhere")
        .OrMissing("there are no servers");

    public static CheckOutcome FlowLogs(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::EC2::VPC"), network =>
            inventory.OfType("AWS::EC2::FlowLog").Any(log => log["ResourceId"].Reaches(network) && log["TrafficType"].Is("ALL")) ? null : "a network keeps no log of its traffic")
        .OrMissing("there is no network");

    /// <summary>Only session-bound requests from the machine itself get at a server's credentials.</summary>
    public static CheckOutcome Metadata(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::EC2::LaunchTemplate"), template => template["LaunchTemplateData/MetadataOptions"] is var options
            && (options["HttpTokens"].Is("required") || options["HttpEndpoint"].Is("disabled")) && options["HttpPutResponseHopLimit"].Number is null or <= 1 ? null : "servers hand their credentials to forged requests")
        .OrMissing("there are no servers");

    private static string? OnlyGroups(Inventory inventory, ControlledValue groups, string who)
    {
        var known = groups.Targets;
        var rules = GroupRule.In(inventory).Where(rule => rule.Group is not null && known.Contains(rule.Group)).ToList();
        return known.Count == 0 ? $"{who} stands behind no group" : rules.Exists(rule => rule.NamesAddresses) ? $"{who} takes connections from addresses" : null;
    }

    private static bool LetsLoginsIn(ControlledResource entry) =>
        !entry["Egress"].IsTrue && entry["RuleAction"].Is("allow") && entry["CidrBlock"].Is("0.0.0.0/0")
        && (entry["Protocol"].Is("-1") || RemoteLogin.Any(port => entry["PortRange/From"].Number <= port && port <= entry["PortRange/To"].Number));
}
