using Portal.Domain.Costs;
using Portal.Domain.Identity;
using Portal.Domain.Planning;
using Portal.Domain.Requests;

namespace Portal.Tests.Data;

/// <summary>The least that the stores need to store something; no planner involved.</summary>
internal static class Sample
{
    public static readonly Actor Requester = LocalPeople.Find("requester")!;

    public static readonly Actor Approver = LocalPeople.Find("approver")!;

    public static readonly Actor SecondApprover = LocalPeople.Find("approver2")!;

    public static RequestSheet Sheet(string name = "shop", string team = "storefront", string pool = "10.64.0.0/10") => new()
    {
        Metadata = new SheetMetadata { Name = name, Team = team, Stage = Stage.Production, CostCenter = "CC-1" },
        Traffic = new Traffic { PeakRps = 10, MeanRps = 2.5m },
        Application = new Application(),
        Availability = new Availability { SlaPercent = 99.9m },
        Recovery = new Recovery(),
        Placement = new Placement { PrimaryRegion = "eu-central-1" },
        Data = new DataNeeds(),
        Network = new Network { CidrPool = System.Net.IPNetwork.Parse(pool) },
        Budget = new Budget { MonthlyUsd = Money.FromUsd(500) },
    };

    public static PlanFolder Folder(string content = "a", bool feasible = true)
    {
        var plan = new Plan
        {
            Name = "shop",
            Team = "storefront",
            Digest = Digest.Of([new("content", content)]),
            Feasible = feasible,
            Regions = [new PlannedRegion { Region = "eu-central-1", Account = "111122223333", Role = RegionRole.Primary, Zones = ["eu-central-1a", "eu-central-1b"], VpcCidr = "10.64.0.0/20" }],
        };
        return new PlanFolder(plan, new SortedDictionary<string, string>(StringComparer.Ordinal) { [PlanFolder.PlanPath] = PlanJson.Write(plan), ["stacks/a.yaml"] = content });
    }
}
