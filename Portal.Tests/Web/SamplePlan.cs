using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Tests.Web;

/// <summary>A plan with a bit of everything, for what shows plans.</summary>
internal static class SamplePlan
{
    public const string Region = "eu-central-1";

    public static Plan Shop { get; } = new()
    {
        Name = "shop",
        Team = "storefront",
        Digest = new Digest("sha256:" + new string('a', 64)),
        Feasible = true,
        Warnings = [new PlanWarning("network", "One NAT gateway serves all zones.")],
        Regions = [new PlannedRegion { Region = Region, Account = "111122223333", Role = RegionRole.Primary, Zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c"], VpcCidr = "10.64.0.0/20" }],
        Compute = [new ComputePlan { Region = Region, InstanceType = "c7g.large", Vcpu = 2, PerZone = 12, Min = 9, Desired = 9, Max = 36, Purchase = Purchase.OnDemand }],
        Database = [new DatabasePlan { Region = Region, Service = RelationalService.Rds, Engine = DatabaseEngine.PostgreSql, InstanceClass = "db.r7g.large", Instances = 2, MultiAz = true, Role = "primary" }],
        Edge = new EdgePlan { Waf = true, WafFailOpen = true },
        Availability = new AvailabilityEstimate
        {
            TargetPercent = 99.9m,
            FloorPercent = 99.93m,
            ModelledPercent = 99.99m,
            WeakestLink = "database",
            Path = [new PathPart("load balancer", 99.99m), new PathPart("EC2", 99.99m), new PathPart("database", 99.95m)],
            Excluded = [new ExcludedPart("NAT gateway", "not on the request path")],
        },
        Recovery = new RecoveryEstimate(new RecoveryTime(0, 120), new RecoveryTime(300, 1480), Region: null),
        Cost = new CostEstimate
        {
            MonthlyUsd = Money.FromUsd(1234.56m),
            AtPeakUsd = Money.FromUsd(2500),
            BudgetUsd = Money.FromUsd(2000),
            ResiliencePremiumUsd = Money.FromUsd(400),
            PriceVersion = "2026-11",
            Lines = [],
        },
        Stacks = [Stack("foundation"), Stack("network", "foundation"), Stack("relational", "network"), Stack("compute", "network", "relational")],
    };

    public static Plan Refused { get; } = new()
    {
        Name = "shop",
        Team = "storefront",
        Digest = Shop.Digest,
        Feasible = false,
        Refusals =
        [
            new Refusal
            {
                Kind = RefusalKind.Infeasible,
                Requirements = ["availability.slaPercent"],
                Why = "No design reaches it.",
                Proof = "99.9300 < 99.9990",
                RelaxTo = [new Relaxation(new Dictionary<string, System.Text.Json.Nodes.JsonNode?> { ["availability.slaPercent"] = 99.9 }, Money.FromUsd(812), 99.93m)],
            },
        ],
    };

    private static StackPlan Stack(string module, params string[] dependsOn) => new()
    {
        Name = $"storefront-shop-{Region}-{module}",
        Account = "111122223333",
        Region = Region,
        Module = module,
        Template = $"stacks/{module}.yaml",
        DependsOn = [.. dependsOn.Select(d => $"storefront-shop-{Region}-{d}")],
        Capabilities = module == "compute" ? ["CAPABILITY_NAMED_IAM"] : [],
        TerminationProtection = module is "foundation" or "relational",
        ExpectedSeconds = module == "relational" ? 600 : 60,
        Parameters = new Dictionary<string, StackParameter>(),
        Tags = new Dictionary<string, string>(),
    };
}
