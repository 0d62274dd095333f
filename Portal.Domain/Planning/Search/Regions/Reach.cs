using Portal.Domain.Planning.Document;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Regions;

/// <summary>How far a design reaches beyond one region, and what happens when the first one is lost.</summary>
/// <param name="Sites">The first region, then the others.</param>
/// <param name="IsAutomatic">Whether a takeover starts without a person's decision.</param>
/// <param name="CopyHours">For <see cref="Strategy.BackupCopy"/>: hours between two copies; zero where there are no backups, and else.</param>
public sealed record Reach(Strategy Strategy, IReadOnlyList<Site> Sites, bool IsAutomatic, int CopyHours)
{
    public static Reach OneRegion(string region) => new(Strategy.OneRegion, [new Site(region, RegionRole.Primary, 1, true)], false, 0);

    public Site First => Sites[0];

    /// <summary>Regions with servers.</summary>
    public IEnumerable<Site> Live => Sites.Where(site => site.IsLive);

    /// <summary>Whether a second region can serve without being built first, so that it counts in the floor.</summary>
    public bool TakesOver => Strategy is Strategy.PilotLight or Strategy.WarmStandby or Strategy.ActiveActive;

    /// <summary>Milliseconds from the first region to the farthest other one and back.</summary>
    public decimal FarthestMs => Sites.Skip(1).Select(site => RoundTrip.Between(First.Region, site.Region)).DefaultIfEmpty(0).Max();

    /// <summary>For people.</summary>
    public string Label => Strategy switch
    {
        Strategy.OneRegion => "one region",
        Strategy.BackupCopy when CopyHours == 0 => $"one region, built anew in {Others} after its loss",
        Strategy.BackupCopy => $"one region, backups copied to {Others} every {CopyHours} h",
        Strategy.PilotLight => $"pilot light in {Others}",
        Strategy.WarmStandby => $"warm standby in {Others}{Takeover}",
        _ => $"active in {string.Join(", ", Sites.Select(site => site.Region))}{Takeover}",
    };

    private string Others => string.Join(", ", Sites.Skip(1).Select(site => site.Region));

    private string Takeover => IsAutomatic ? ", automatic takeover" : "";
}

/// <summary>The reference designs for the loss of a region, simplest first.</summary>
/// <remarks>https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html</remarks>
public enum Strategy
{
    OneRegion,

    /// <summary>Backups lie in a second region; everything else is built there after the loss.</summary>
    BackupCopy,

    /// <summary>Network, load balancer and data stand in a second region; servers start after the loss.</summary>
    PilotLight,

    /// <summary>A second region runs what carries the mean load, and scales out after the loss.</summary>
    WarmStandby,

    /// <summary>Several regions answer users every day.</summary>
    ActiveActive,
}
