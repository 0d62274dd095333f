using Portal.Domain.Costs;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Tests.Data;

/// <summary>The least that the stores need to store something; no planner involved.</summary>
internal static class Sample
{
    public static readonly Actor Requester = LocalPeople.Find("requester")!;

    public static readonly Actor Approver = LocalPeople.Find("approver")!;

    public static readonly Actor SecondApprover = LocalPeople.Find("approver2")!;

    private static readonly string[] Regions = ["eu-central-1", "eu-west-1", "eu-north-1"];

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
            Regions = [Region(0, "10.64.0.0/20")],
        };
        return Folder(plan, content);
    }

    /// <summary>A plan on the first of the offered ranges, one a region; of no region: a refusal.</summary>
    public static PlanFolder Folder(VpcAddresses offer, int regions, string content = "a")
    {
        var used = offer.Blocks.Take(regions).Select(block => block.ToString()).ToList();
        var plan = Folder(content, feasible: regions > 0).Plan;
        return Folder(plan with { Digest = Digest.Of([new("content", content), new("ranges", string.Join(' ', used))]), Regions = [.. used.Select((range, index) => Region(index, range))] }, content);
    }

    private static PlannedRegion Region(int index, string range)
    {
        var name = Regions[index];
        return new PlannedRegion { Region = name, Account = "111122223333", Role = index == 0 ? RegionRole.Primary : RegionRole.Active, Zones = [$"{name}a", $"{name}b"], VpcCidr = range };
    }

    private static PlanFolder Folder(Plan plan, string content) =>
        new(plan, new SortedDictionary<string, string>(StringComparer.Ordinal) { [PlanFolder.PlanPath] = PlanJson.Write(plan), ["stacks/a.yaml"] = content });
}
