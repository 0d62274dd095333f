using System.Globalization;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates;

/// <summary>Network ACLs remember no connection: what may leave must be let in again as an answer, and on each side.</summary>
public sealed class NetworkAclTests
{
    private const string World = "0.0.0.0/0";
    private const string Vpc = "Vpc.CidrBlock";
    private const string Clients = "ClientCidr";

    /// <summary>Ports that callers take for the answer (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html#nacl-ephemeral-ports), the first and the last of each range.</summary>
    private static readonly int[] Answers = [1024, 3388, 3390, 32_768, 60_999, 65_535];

    /// <summary>Who calls whom where: the caller's subnets and how the other side is addressed from there, the called subnets and how the caller is seen there, and the port. Nobody: outside the VPC.</summary>
    public static TheoryData<string, string, string, string, string, int> Connections => new()
    {
        { "public", "", "", "Public", World, 443 },
        { "public", "", "", "Public", World, 80 },
        { "public", "Public", Vpc, "App", Vpc, 443 },
        { "public", "App", World, "Public", Vpc, 443 },
        { "public", "Public", World, "", "", 443 },
        { "public", "App", Vpc, "Data", Vpc, 5432 },
        { "public", "App", Vpc, "Data", Vpc, 6379 },
        { "internal", "", "", "App", Clients, 443 },
        { "internal", "", "", "App", Clients, 80 },
        { "internal", "App", Vpc, "App", Vpc, 443 },
        { "internal", "App", World, "Public", Vpc, 443 },
        { "internal", "Public", World, "", "", 443 },
        { "internal", "App", Vpc, "Data", Vpc, 3306 },
    };

    [Theory]
    [MemberData(nameof(Connections))]
    public void Connection_IsLetThrough_AndSoIsItsAnswer(string exposure, string caller, string called, string other, string seen, int port) => Assert.All(Networks(exposure), network =>
    {
        if (caller.Length > 0)
        {
            Assert.True(network.Lets(caller, "true", called, port), $"{caller} does not reach port {port} of {called}");
            Assert.All(Answers, answer => Assert.True(network.Lets(caller, "false", called, answer), $"{caller} hears no answer of {called} on {answer}"));
        }

        if (other.Length > 0)
        {
            Assert.True(network.Lets(other, "false", seen, port), $"{other} takes nothing from {seen} on port {port}");
            Assert.All(Answers, answer => Assert.True(network.Lets(other, "true", seen, answer), $"{other} cannot answer {seen} on {answer}"));
        }
    });

    [Theory]
    [InlineData("public", "Data", "false", World, 5432)]
    [InlineData("public", "Data", "true", World, 443)]
    [InlineData("public", "App", "false", World, 443)]
    [InlineData("public", "Public", "false", World, 22)]
    [InlineData("public", "Public", "false", World, 3389)]
    [InlineData("internal", "Data", "false", Clients, 5432)]
    [InlineData("internal", "App", "false", World, 443)]
    public void NobodyElse_IsLetThrough(string exposure, string subnets, string outward, string peer, int port) =>
        Assert.All(Networks(exposure), network => Assert.False(network.Lets(subnets, outward, peer, port)));

    /// <summary>Where a packet was too large, only this notice says so, and who does not hear it sends the same again: https://docs.aws.amazon.com/vpc/latest/userguide/path_mtu_discovery.html (both ways).</summary>
    [Theory]
    [InlineData("public", "Public", World)]
    [InlineData("public", "App", World)]
    [InlineData("internal", "Public", World)]
    [InlineData("internal", "App", World)]
    public void PacketThatIsTooLarge_IsSpokenOf_AndNothingElseByIcmp(string exposure, string subnets, string peer) => Assert.All(Networks(exposure), network => Assert.All(["false", "true"], outward =>
    {
        Assert.True(network.LetsIcmp(subnets, outward, peer, 3, 4));
        Assert.False(network.LetsIcmp(subnets, outward, peer, 8, 0));
        Assert.False(network.LetsIcmp(subnets, outward, peer, 3, 3));
        Assert.False(network.LetsIcmp("Data", outward, peer, 3, 4));
    }));

    [Theory]
    [InlineData("internal", true)]
    [InlineData("public", false)]
    public void WithoutNat_TheApplicationHearsOfItFromClientsOfAnInternalLoadBalancerOnly(string exposure, bool hears) => Assert.All(Networks(exposure, nat: false), network => Assert.All(["false", "true"], outward =>
    {
        Assert.Equal(hears, network.LetsIcmp("App", outward, Clients, 3, 4));
        Assert.False(network.LetsIcmp("App", outward, World, 3, 4));
    }));

    [Fact]
    public void EverySubnet_StandsBehindTheAclOfItsTier() => Assert.All(Networks("public"), network =>
    {
        var behind = network.Resources.Entries.Select(entry => (TemplateMap)entry.Value).Where(resource => resource.Text("Type") == "AWS::EC2::SubnetNetworkAclAssociation")
            .Select(resource => resource.Section("Properties")).ToDictionary(each => each.Section("SubnetId").Text("Ref")!, each => each.Section("NetworkAclId").Text("Ref")!);
        var subnets = network.Resources.Entries.Where(entry => ((TemplateMap)entry.Value).Text("Type") == "AWS::EC2::Subnet").Select(entry => entry.Key).ToList();

        Assert.NotEmpty(subnets);
        Assert.All(subnets, subnet => Assert.Equal(subnet.Split("Subnet")[0] + "Acl", behind[subnet]));
    });

    /// <summary>Those with NAT, or those without, of which an internal one has no public subnets.</summary>
    private static IEnumerable<Network> Networks(string exposure, bool nat = true) => ModuleGrid.Of("network")
        .Where(cell => cell.Parameters["Exposure"] == TemplateValue.Text(exposure) && cell.Parameters["Nat"] != TemplateValue.Text("none") == nat)
        .Select(cell => new Network(cell.Resolve().Root.Section("Resources")));

    private sealed record Network(TemplateMap Resources)
    {
        /// <summary>Whether the first rule that speaks of it lets TCP on a port through; nothing is let through by default.</summary>
        public bool Lets(string subnets, string outward, string peer, int port) =>
            LetsFirst(Rules(subnets, outward, peer).Where(rule => rule.Text("Protocol") == "-1" || (rule.Text("Protocol") == "6" && Covers(rule.Section("PortRange"), port))));

        public bool LetsIcmp(string subnets, string outward, string peer, int type, int code) =>
            LetsFirst(Rules(subnets, outward, peer).Where(rule => rule.Text("Protocol") == "-1" || (rule.Text("Protocol") == "1" && Fits(rule.Section("Icmp"), "Type", type) && Fits(rule.Section("Icmp"), "Code", code))));

        private IEnumerable<TemplateMap> Rules(string subnets, string outward, string peer) => Resources.Entries.Select(entry => (TemplateMap)entry.Value)
            .Where(resource => resource.Text("Type") == "AWS::EC2::NetworkAclEntry").Select(resource => resource.Section("Properties"))
            .Where(rule => rule.Section("NetworkAclId").Text("Ref") == subnets + "Acl" && rule.Text("Egress") == outward)
            .Where(rule => Peer(rule["CidrBlock"]) is var block && (block == World || block == peer));

        private static bool LetsFirst(IEnumerable<TemplateMap> rules) => rules.MinBy(rule => Number(rule, "RuleNumber"))?.Text("RuleAction") == "allow";

        private static bool Fits(TemplateMap icmp, string part, int number) => Number(icmp, part) is var said && (said == -1 || said == number);

        private static string Peer(TemplateNode? block) => block switch
        {
            TemplateScalar text => text.Text,
            TemplateMap map when map.Text("Ref") is { } name => name,
            TemplateMap { Entries: [("Fn::GetAtt", TemplateList list)] } => string.Join('.', list.Items.Cast<TemplateScalar>().Select(item => item.Text)),
            _ => throw new InvalidOperationException($"Nobody stands behind {block}."),
        };

        private static bool Covers(TemplateMap range, int port) => Number(range, "From") <= port && port <= Number(range, "To");

        private static int Number(TemplateMap map, string key) => int.Parse(map.Text(key)!, CultureInfo.InvariantCulture);
    }
}
