using System.Globalization;

namespace Portal.Domain.Controls;

/// <summary>A rule of a security group, written inside the group or as a resource of its own.</summary>
/// <param name="Where">The resource that holds the rule.</param>
/// <param name="Group">The group it belongs to; null where the plan does not know it.</param>
/// <param name="Rule">Protocol, ports and who is on the other side.</param>
internal readonly record struct GroupRule(ControlledResource Where, ControlledResource? Group, ControlledValue Rule)
{
    /// <summary>A range wider than the largest private one is the world under another name.</summary>
    private const int NarrowestOfTheWorld = 8;

    public static IReadOnlyList<GroupRule> In(Inventory inventory) => Of(inventory, "Ingress");

    public static IReadOnlyList<GroupRule> Out(Inventory inventory) => Of(inventory, "Egress");

    public bool IsWorld => IsWide(Rule["CidrIp"].Text) || IsWide(Rule["CidrIpv6"].Text);

    public bool NamesAddresses => Rule["CidrIp"].Exists || Rule["CidrIpv6"].Exists;

    public bool IsOnly(params ReadOnlySpan<int> ports) =>
        Rule["IpProtocol"].Text is "tcp" or "6" && Rule["FromPort"].Number is { } from && Rule["ToPort"].Number == from && ports.Contains((int)from);

    /// <summary>The notice that a packet was too large for the way, and nothing else: ICMP type 3, which a rule gives as its first port, code 4, its last.</summary>
    public bool IsTooLargeNotice => Rule["IpProtocol"].Text is "icmp" or "1" && Rule["FromPort"].Number == 3 && Rule["ToPort"].Number == 4;

    public bool Covers(int port) => Rule["IpProtocol"].Is("-1") || (Rule["FromPort"].Number <= port && port <= Rule["ToPort"].Number);

    private static IReadOnlyList<GroupRule> Of(Inventory inventory, string direction) =>
    [
        .. inventory.OfType("AWS::EC2::SecurityGroup").SelectMany(group => group[$"SecurityGroup{direction}"].Items.Select(rule => new GroupRule(group, group, rule))),
        .. inventory.OfType($"AWS::EC2::SecurityGroup{direction}").Select(rule => new GroupRule(rule, rule["GroupId"].Targets is [var group, ..] ? group : null, rule.Properties)),
    ];

    private static bool IsWide(string? range) =>
        range?.Split('/') is [_, var bits] && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length < NarrowestOfTheWorld;
}
