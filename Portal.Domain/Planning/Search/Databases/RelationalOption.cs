using Portal.Domain.Costs;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Databases;

/// <summary>A relational database: service, class, how many instances in which regions.</summary>
public sealed class RelationalOption : TierOption
{
    /// <summary>What stands in no other region.</summary>
    internal const string Nothing = "nothing";

    internal RelationalOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public override Tier Tier => Tier.Relational;

    public required Relational Database { get; init; }

    /// <summary><see cref="RelationalService.Rds"/> or <see cref="RelationalService.Aurora"/>, never auto.</summary>
    public required RelationalService Service { get; init; }

    /// <summary><c>db.r7g.large</c>, or <c>db.serverless</c>.</summary>
    public required string InstanceClass { get; init; }

    /// <summary>Whether a standby or a second instance takes over after the loss of a zone.</summary>
    public required bool MultiAz { get; init; }

    /// <summary>Instances that serve or stand by in the first region: writer, standby, readers.</summary>
    public required int Instances { get; init; }

    /// <summary>Instances that the load counts on for reads.</summary>
    public int Readers { get; init; }

    /// <summary>Storage that is set aside; null where the service sizes it.</summary>
    public int? StorageGb { get; init; }

    /// <summary>Capacity units of a serverless instance; null where the class is provisioned.</summary>
    public (decimal Minimum, decimal Maximum)? Capacity { get; init; }

    /// <summary>Instances in each other region that can take over.</summary>
    public int InstancesElsewhere { get; init; }

    /// <summary>Those of them that answer reads beside a writer after a takeover; a standby of RDS answers none.</summary>
    public int ReadersElsewhere => Service == RelationalService.Rds ? 0 : Math.Max(0, InstancesElsewhere - 1);

    /// <summary>Whether it is stopped outside office hours.</summary>
    public bool Stops { get; init; }

    /// <summary>What the other region has of it, for people; <c>nothing</c> in one region.</summary>
    public string Elsewhere { get; init; } = Nothing;

    /// <summary>The service and its layout, for people and to tell kinds apart: <c>RDS PostgreSQL Multi-AZ</c>.</summary>
    public required string Layout { get; init; }

    public bool IsServerless => Capacity is not null;

    public override string Name => $"{Layout} {InstanceClass}{Reading}{(Elsewhere == Nothing ? "" : ", elsewhere " + Elsewhere)}";

    public override string Label => $"{Layout} {InstanceClass}{Reading}{(InstancesElsewhere == 0 ? "" : ", elsewhere " + Elsewhere)}";

    private string Reading => Readers == 0 ? "" : $" with {DatabaseLayout.Count(Readers, "reader")}";

    public static string EngineName(DatabaseEngine engine) => engine == DatabaseEngine.MySql ? "MySQL" : "PostgreSQL";
}
