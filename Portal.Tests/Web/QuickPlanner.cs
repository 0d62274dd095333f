using System.Net;
using Portal.Domain;
using Portal.Domain.Controls;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;
using Portal.Web.Requests;

namespace Portal.Tests.Web;

/// <summary>Real sheets, and plans of one stack: what matters to the services is that content makes the digest. Feasible within the budget of $100.</summary>
internal static class QuickPlanner
{
    public const string ImageParameter = "/aws/service/ami/linux";

    public static SheetPlanner Instance { get; } = new(RequestReader.Read, Plan, (sheet, addresses) => Plan(sheet, addresses).Plan);

    /// <summary>Of each programme one control that fails, one that holds and one that is up to people.</summary>
    public static IReadOnlyList<Finding> Controls(RequestSheet sheet) =>
    [
        .. sheet.Compliance.Select(Wire.Name).SelectMany(programme => new Finding[]
        {
            new($"{programme}/1", "Something is proven", FindingStatus.Failed, []) { Action = "Nothing proves it." },
            new($"{programme}/2", "Something else is proven", FindingStatus.Satisfied, [new Evidence("compute", "AutoScalingGroup")]),
            new($"{programme}/3", "There is a policy", FindingStatus.Organisational, []) { Action = "Write one." },
        }),
    ];

    private static PlanFolder Plan(RequestSheet sheet, VpcAddresses addresses)
    {
        var cidr = addresses.First;
        var feasible = sheet.Budget.MonthlyUsd >= Money.FromUsd(100);
        var stack = Stack(sheet, cidr);
        var template = $"Description: {sheet.Traffic.PeakRps} rps\n";
        var plan = new Plan
        {
            Name = sheet.Metadata.Name,
            Team = sheet.Metadata.Team,
            Digest = Digest.Of([new("cidr", cidr.ToString()), new("template", template), new("team", $"{sheet.Metadata.Team}/{sheet.Metadata.Name}")]),
            Feasible = feasible,
            Refusals = feasible ? [] : [new Refusal { Kind = RefusalKind.Infeasible, Requirements = ["budget.monthlyUsd"], Why = "too little", Proof = "99 < 100" }],
            Regions = [new PlannedRegion { Region = "eu-central-1", Account = "111122223333", Role = RegionRole.Primary, Zones = ["eu-central-1a", "eu-central-1b"], VpcCidr = cidr.ToString() }],
            Stacks = feasible ? [stack] : [],
            Controls = Controls(sheet),
        };
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [PlanFolder.PlanPath] = PlanJson.Write(plan), [stack.Template] = template };
        return new PlanFolder(plan, files);
    }

    private static StackPlan Stack(RequestSheet sheet, IPNetwork cidr)
    {
        var name = $"{sheet.Metadata.Team}-{sheet.Metadata.Name}-eu-central-1-compute";
        return new StackPlan
        {
            Name = name,
            Account = "111122223333",
            Region = "eu-central-1",
            Module = "compute",
            Template = $"stacks/{name}.yaml",
            DependsOn = [],
            Capabilities = [],
            TerminationProtection = sheet.Metadata.Stage == Stage.Production,
            ExpectedSeconds = 60,
            Parameters = new Dictionary<string, StackParameter> { ["VpcCidr"] = new StackParameter.Text(cidr.ToString()), ["ImageId"] = new StackParameter.Text($"{{{{resolve:ssm:{ImageParameter}}}}}") },
            Tags = new Dictionary<string, string>(),
        };
    }
}
