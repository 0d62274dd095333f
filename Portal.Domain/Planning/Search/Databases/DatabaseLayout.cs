using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Databases;

/// <summary>How the instances of a relational database stand, before a class is chosen.</summary>
/// <param name="IsServerless">Aurora Serverless v2; then there is no class to choose.</param>
/// <param name="MultiAz">Whether another instance takes over after the loss of a zone.</param>
/// <param name="Instances">In the first region: writer, standby, readers.</param>
/// <param name="Readers">Those of them that the load counts on for reads.</param>
/// <param name="Elsewhere">Instances in the other region of a reach that takes over; with RDS a replica, or one with its standby.</param>
internal sealed record DatabaseLayout(RelationalService Service, bool IsServerless, bool MultiAz, int Instances, int Readers, int Elsewhere)
{
    /// <summary>As many as the modules hold beside the writer.</summary>
    public const int MostReaders = 3;

    /// <summary>Readers that whatever takes over in another region can count on; without one the single instance carries all.</summary>
    public int ReadersElsewhere => Service == RelationalService.Rds ? 0 : Math.Min(Readers, Math.Max(0, Elsewhere - 1));

    /// <summary>Whether the loss of a zone leaves an instance in each region that users are served from.</summary>
    public bool IsRedundant(Reach reach) => MultiAz && (reach.Strategy != Strategy.ActiveActive || Elsewhere > 1);

    /// <summary>Whether its instances in a region stand in more than one zone.</summary>
    public bool IsSpread(Site site) => (site.IsFirst ? Instances : Elsewhere) > 1;

    /// <summary>Instances that the load does not need.</summary>
    public int Spare => Instances - 1 - Readers;

    /// <summary>Instances, once more those that the application has to send its reads to, and copies a day.</summary>
    public int Pieces(Reach reach) => Instances + Readers + Elsewhere + (reach.CopyHours == 0 ? 0 : 24 / reach.CopyHours);

    /// <summary>The service and its layout in the first region, for people.</summary>
    public string Text(DatabaseEngine engine) => Service == RelationalService.Rds
        ? $"RDS {RelationalOption.EngineName(engine)} {(MultiAz ? "Multi-AZ" : "single-AZ")}"
        : $"Aurora {(IsServerless ? "Serverless v2 " : "")}{RelationalOption.EngineName(engine)}, {Count(Instances, "instance")}";

    /// <summary>What stands or lies in the other region, for people.</summary>
    public string TextElsewhere(Reach reach) => (reach.Strategy, Service, Elsewhere) switch
    {
        (Strategy.OneRegion, _, _) => RelationalOption.Nothing,
        (Strategy.BackupCopy, _, _) => $"copies of backups every {reach.CopyHours} h",
        (_, RelationalService.Rds, 1) => "RDS read replica that people promote",
        (_, RelationalService.Rds, _) => "RDS read replica with a standby, which people promote",
        (_, _, 0) => "Aurora global database without an instance",
        _ => $"Aurora global database with {Count(Elsewhere, "instance")}",
    };

    public static string Count(int count, string thing) => count switch
    {
        0 => $"no {thing}s",
        1 => $"one {thing}",
        2 => $"two {thing}s",
        3 => $"three {thing}s",
        _ => $"four {thing}s",
    };
}
