using Portal.Domain.Planning.Search;
using Portal.Domain.Accounts;
using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning;

/// <summary>What every step of the planner looks at: the sheet, the load it makes, and the facts.</summary>
public sealed record PlanningInput
{
    private PlanningInput(RequestSheet sheet, Workload workload, AwsFacts facts)
    {
        (Sheet, Workload, Facts) = (sheet, workload, facts);
        Paths = new SheetPaths(sheet);
        Names = new StackNames(sheet.Metadata.Team, sheet.Metadata.Name);
    }

    public RequestSheet Sheet { get; }

    public Workload Workload { get; init; }

    public AwsFacts Facts { get; }

    public SheetPaths Paths { get; }

    public StackNames Names { get; }

    /// <summary>The first region, where all requests go on an ordinary day unless several regions are active.</summary>
    public Site Primary => new(Region, RegionRole.Primary, 1);

    public string Region => Sheet.Placement.PrimaryRegion;

    public string Account => AccountRule.AccountFor(Sheet.Placement.Account);

    public bool IsPublic => Sheet.Traffic.Exposure == Exposure.Public;

    public static PlanningInput Of(RequestSheet sheet, AwsFacts facts) => new(sheet, Workload.Of(sheet, facts), facts);
}

/// <summary>How stacks are called (contract, section 2, Names).</summary>
public sealed record StackNames(string Team, string Name)
{
    public string Of(string region, string module) => $"{Team}-{Name}-{region}-{module}";
}
