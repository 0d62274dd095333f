using System.Collections.Frozen;
using Portal.Domain.Accounts;
using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning;

/// <summary>What every step of the planner looks at: the sheet, the load it makes, and the facts.</summary>
public sealed record PlanningInput
{
    private readonly Dictionary<string, FrozenDictionary<string, InstanceOffer>> offers = new(StringComparer.Ordinal);

    private PlanningInput(RequestSheet sheet, Workload workload, AwsFacts facts)
    {
        (Sheet, Workload, Facts) = (sheet, workload, facts);
        Paths = new SheetPaths(sheet);
        Policy = StagePolicy.Of(sheet);
        OfficeHours = OfficeHours.Of(sheet);
        Names = new StackNames(sheet.Metadata.Team, sheet.Metadata.Name);
        Recovery = new RecoveryRules(facts);
        DatabaseClasses = new DatabaseClasses(sheet, workload, facts);
        OfferedRegions = new Lazy<IReadOnlyList<string>>(() => Search.Regions.SecondRegions.Of(sheet, facts), LazyThreadSafetyMode.None);
    }

    public RequestSheet Sheet { get; }

    public Workload Workload { get; init; }

    public AwsFacts Facts { get; }

    public SheetPaths Paths { get; }

    public StackNames Names { get; }

    /// <summary>What losses cost in data and time, as promised.</summary>
    public RecoveryRules Recovery { get; }

    internal DatabaseClasses DatabaseClasses { get; }

    /// <summary>What stage and compliance programmes decide.</summary>
    public StagePolicy Policy { get; }

    /// <summary>The only hours in which what can be stopped runs; null where all of it always does.</summary>
    public OfficeHours? OfficeHours { get; }

    /// <summary>Whether data of users may lie where AWS keeps the logs of its worldwide services.</summary>
    public bool MayLogGlobally => RegionFacts.Allows(Sheet.Placement.Residency, Facts.Regions[Site.Global.Region]);

    /// <summary>The same with the peak in every hour.</summary>
    public PlanningInput AtPeak => this with { Workload = Workload with { Profile = new LoadProfile(Month.Hours, 0, 0) } };

    /// <summary>The first region, where all requests go on an ordinary day unless several regions are active.</summary>
    public Site Primary => new(Region, RegionRole.Primary, 1, true);

    /// <summary>The second regions that are offered, the cheapest first.</summary>
    public IReadOnlyList<string> SecondRegions => OfferedRegions.Value;

    /// <summary>The same with every second region that the sheet allows and the price book knows: what the usual ones cannot do, another may.</summary>
    public PlanningInput Everywhere => this with { OfferedRegions = new Lazy<IReadOnlyList<string>>(() => Search.Regions.SecondRegions.Allowed(Sheet, Facts), LazyThreadSafetyMode.None) };

    private Lazy<IReadOnlyList<string>> OfferedRegions { get; init; }

    /// <summary>Whether anything is kept that AWS Backup takes, so that there are backups to copy; objects are copied one by one.</summary>
    public bool KeepsBackups => Sheet.Data is { Relational: not null } or { KeyValue: not null };

    /// <summary>Whether anything is kept whose loss would matter.</summary>
    public bool Stores => Sheet.Data is not { Relational: null, KeyValue: null, Objects: null };

    public string Region => Sheet.Placement.PrimaryRegion;

    /// <summary>Whether the account has its baseline, so that roles must carry the baseline's boundary.</summary>
    public bool HasBaseline { get; init; }

    public string Account => AccountRule.AccountFor(Sheet.Placement.Account);

    public bool IsPublic => Sheet.Traffic.Exposure == Exposure.Public;

    /// <summary>An instance type as a region sells it; null where it does not.</summary>
    public InstanceOffer? Offer(string region, string type)
    {
        if (!offers.TryGetValue(region, out var sold))
        {
            offers[region] = sold = Facts.Instances.GetValueOrDefault(region, []).ToFrozenDictionary(offer => offer.Type.Name, StringComparer.Ordinal);
        }

        return sold.GetValueOrDefault(type);
    }

    /// <summary>The longest median round trip of an audience to the nearest region that answers it; zero where no audience is named.</summary>
    public decimal RoundTripMs(Reach reach)
    {
        var answering = reach.Sites.Where(site => site.Share > 0).Select(site => site.Region).ToList();
        return Sheet.Traffic.Audience.Keys.Select(audience => RoundTrip.Of(audience, answering) ?? 0).DefaultIfEmpty(0).Max();
    }

    public static PlanningInput Of(RequestSheet sheet, AwsFacts facts) => new(sheet, Workload.Of(sheet, facts), facts);
}

/// <summary>How stacks are called (contract, section 2, Names).</summary>
public sealed record StackNames(string Team, string Name)
{
    public string Of(string region, string module) => $"{Team}-{Name}-{region}-{module}";
}
