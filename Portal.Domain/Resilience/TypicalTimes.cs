using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Resilience;

/// <summary>The typical failover times of the facts, in seconds: the model's counterpart of the high ones that <see cref="RecoveryRules"/> promises.</summary>
public sealed record TypicalTimes
{
    public TypicalTimes(AwsFacts facts)
    {
        decimal Typical(string service, string scenario) => facts.FailoverTimes[(service, scenario)].Typical;
        Detection = Typical("alb", "unhealthy target removed (30 s x 2 default)");
        Boot = Typical("autoscaling", "instance replacement, bootstrap on start");
        RdsFailover = Typical("rds", "multi-AZ DB instance failover");
        AuroraFailover = Typical("aurora", "failover to a replica in the region");
        AuroraRecreate = Typical("aurora", "no replica: instance re-created");
        CacheFailover = Typical("elasticache", "automatic failover to a replica");
        CacheReplace = Typical("elasticache", "no replica: node replaced");
        Decision = facts.Formulas["human-decision-seconds"].Evaluate();
        Repoint = facts.Formulas["repoint-seconds"].Evaluate();
    }

    /// <summary>Until the load balancer stops asking an instance that does not answer.</summary>
    public decimal Detection { get; init; }

    /// <summary>From the failure of an instance until its replacement serves.</summary>
    public decimal Boot { get; init; }

    public decimal RdsFailover { get; init; }

    public decimal AuroraFailover { get; init; }

    public decimal AuroraRecreate { get; init; }

    public decimal CacheFailover { get; init; }

    public decimal CacheReplace { get; init; }

    /// <summary>Until a person has decided.</summary>
    public decimal Decision { get; init; }

    /// <summary>Until the application uses a restored database.</summary>
    public decimal Repoint { get; init; }
}
