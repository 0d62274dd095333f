using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning;

public sealed class ComposerTests
{
    private static readonly PlanFolder Shop = Designs.Run(Make.ProductionSheet());

    [Fact]
    public void Stacks_StandInAnOrderThatCanBeBuilt()
    {
        Assert.Equal(
            ["foundation", "monitoring-global", "firewall", "network", "cost", "security", "balancer", "relational", "backup", "compute", "monitoring-data", "monitoring"],
            Shop.Plan.Stacks.Select(stack => stack.Module));
        Assert.True(StackGraph.Of(Shop.Plan.Stacks).IsOk);
    }

    [Fact]
    public void Stacks_DependOnWhatTheirParametersName() =>
        Assert.All(Shop.Plan.Stacks, stack => Assert.Equal(
            stack.Parameters.Values.OfType<StackParameter.FromStack>().Select(output => output.Stack).Distinct().Order(StringComparer.Ordinal), stack.DependsOn));

    [Fact]
    public void Outputs_ThatAreWired_Exist() =>
        Assert.All(Shop.Plan.Stacks.SelectMany(stack => stack.Parameters.Values.OfType<StackParameter.FromStack>()), wire =>
        {
            var source = Shop.Template(Shop.Plan.Stacks.Single(stack => stack.Name == wire.Stack));
            Assert.NotNull(ModuleReader.Read("source", source).Root.Section("Outputs")[wire.Output]);
        });

    [Fact]
    public void Parameters_AreExactlyThoseOfTheTemplate() =>
        Assert.All(Shop.Plan.Stacks, stack => Assert.Equal(
            ModuleReader.Read("stack", Shop.Template(stack)).Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal), stack.Parameters.Keys));

    [Fact]
    public void CostLines_NameResourcesThatExist()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var folder = Designs.Run(seed % 2 == 0 ? GeneratedSheets.Number(seed) : GeneratedSheets.WithData(seed));
            var resources = folder.Plan.Trace.SelectMany(entry => entry.Resources).ToHashSet();

            Assert.All(folder.Plan.Cost?.Lines ?? [], line => Assert.Contains($"{line.Stack}/{line.Resource}", resources));
        }
    }

    [Fact]
    public void Names_TagsAndRegion_FollowTheContract()
    {
        var stack = Shop.Plan.Stacks[0];

        Assert.Equal("storefront-shop-eu-central-1-foundation", stack.Name);
        Assert.Equal("stacks/storefront-shop-eu-central-1-foundation.yaml", stack.Template);
        Assert.Equal("111122223333", stack.Account);
        Assert.Equal(
            new Dictionary<string, string> { ["portal:environment"] = "storefront/shop", ["portal:team"] = "storefront", ["portal:stage"] = "production", ["portal:cost-center"] = "CC-1042" },
            stack.Tags);
    }

    [Theory]
    [InlineData(Stage.Production, "foundation monitoring-global firewall network cost security balancer relational backup compute monitoring-data monitoring", "foundation monitoring-global relational backup")]
    [InlineData(Stage.Staging, "foundation monitoring-global relational backup", "")]
    [InlineData(Stage.Development, "", "")]
    public void Protection_FollowsTheStage(Stage stage, string terminationProtected, string stackPolicy)
    {
        var plan = Designs.Run(Make.Sheet(stage)).Plan;

        Assert.Equal(terminationProtected, string.Join(' ', plan.Stacks.Where(stack => stack.TerminationProtection).Select(stack => stack.Module)));
        Assert.Equal(stackPolicy, string.Join(' ', plan.Stacks.Where(stack => stack.StackPolicy).Select(stack => stack.Module)));
    }

    [Fact]
    public void Servers_GetCountsTargetAndImageOfTheirArchitecture()
    {
        var parameters = Shop.Plan.Stacks.Single(stack => stack.Module == "compute").Parameters;
        var servers = Shop.Plan.Compute[0];

        Assert.Equal($"{servers.Min}/{servers.Max}", $"{Text(parameters, "MinSize")}/{Text(parameters, "MaxSize")}");
        Assert.Equal($"{servers.Min}", Text(parameters, "MinInService"));
        Assert.Equal("30", Text(parameters, "TargetCpuPercent"));
        Assert.Equal("{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}", Text(parameters, "ImageId"));
    }

    [Theory]
    [InlineData("", "", "60", "0")]
    [InlineData("\n  peakConnections: 20000", "\n  connectionsPerInstance: 3999.5", "3600", "4000")]
    public void HeldConnections_AreSilentForAnHour_ForLoadBalancerAndProxyAlike(string traffic, string application, string idle, string held)
    {
        var plan = Designs.Run(Make.ProductionSheet(("meanRps: 50", "meanRps: 50" + traffic), ("rpsPerVcpu: 50", "rpsPerVcpu: 50" + application))).Plan;
        var (balancer, compute) = (plan.Stacks.Single(stack => stack.Module == "balancer").Parameters, plan.Stacks.Single(stack => stack.Module == "compute").Parameters);

        Assert.Equal((idle, idle, held), (Text(balancer, "IdleSeconds"), Text(compute, "IdleSeconds"), Text(compute, "HeldConnections")));
    }

    [Fact]
    public void OneZone_KeepsTheNetworkInTwo_AndTheFleetInTheFirst()
    {
        var plan = Designs.Run(Make.ProductionSheet(("slaPercent: 99.9", "slaPercent: 98"), ("zone: { rpo: 5m, rto: 30m }\n  ", ""))).Plan;

        Assert.Equal(2, plan.Regions[0].Zones.Count);
        var compute = plan.Stacks.Single(stack => stack.Module == "compute").Parameters;
        Assert.Equal("eu-central-1a", Text(compute, "Zones"));
        Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-central-1-network", "AppSubnetA"), compute["AppSubnetIds"]);
    }

    [Fact]
    public void ExpectedSeconds_OfTheDatabase_FollowTheStandby()
    {
        // 14 minutes with a standby (facts, create-multi-az), after role and groups.
        Assert.InRange(Shop.Plan.Stacks.Single(stack => stack.Module == "relational").ExpectedSeconds, 14 * 60, 15 * 60);
    }

    [Fact]
    public void Script_TravelsInPartsOfBase64()
    {
        var script = string.Concat(Enumerable.Repeat("echo ready # äöü\n", 300));
        var sheet = Make.ProductionSheet();
        sheet = sheet with { Application = sheet.Application with { Software = new Software { Kind = SoftwareKind.Script, Script = script } } };

        var parameters = Designs.Run(sheet).Plan.Stacks.Single(stack => stack.Module == "compute").Parameters;

        var text = Text(parameters, "ScriptBase64") + Text(parameters, "ScriptBase64Part2") + Text(parameters, "ScriptBase64Part3");
        Assert.Equal(script, System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text)));
    }

    [Fact]
    public async Task Lint_FindsNothingInTheStacksOfPlans()
    {
        RequestSheet[] sheets =
        [
            Make.ProductionSheet(), Make.Sheet(Stage.Development), Make.Sheet(Stage.Staging),
            Make.ProductionSheet(("peakRps: 200", "peakRps: 200\n  exposure: internal"), ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }"), ("engine: postgresql", "engine: mysql")),
            Make.ProductionSheet(("slaPercent: 99.9", "slaPercent: 98"), ("zone: { rpo: 5m, rto: 30m }\n  ", ""), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false")),
            DataSheets.Of(DataSheets.Table + "\n  " + DataSheets.Cache + "\n  " + DataSheets.Objects),
            DataSheets.Of(DataSheets.Table.Replace("200", "1", StringComparison.Ordinal) + "\n  " + DataSheets.Cache.Replace("valkey", "memcached", StringComparison.Ordinal), ("slaPercent: 99.9", "slaPercent: 99.8")),
            DataSheets.Of(DataSheets.Cache.Replace("valkey", "redis", StringComparison.Ordinal), ("slaPercent: 99.9", "slaPercent: 98.5")),
        ];

        await CfnLint.AssertCleanAsync(sheets.SelectMany((sheet, i) => Designs.Run(sheet).Files.Where(file => file.Key.StartsWith("stacks/", StringComparison.Ordinal))
            .Select(file => (Name: $"{i}-{Path.GetFileNameWithoutExtension(file.Key)}", file.Value))).ToDictionary(file => file.Name, file => file.Value));
    }

    private static string Text(IReadOnlyDictionary<string, StackParameter> parameters, string name) => Assert.IsType<StackParameter.Text>(parameters[name]).Value;
}
