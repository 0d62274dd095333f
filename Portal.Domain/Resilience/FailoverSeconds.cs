using Portal.Domain.Facts;

namespace Portal.Domain.Resilience;

/// <summary>Which of the published times counts (contract, section 2, Recovery).</summary>
public enum RecoveryBasis
{
    /// <summary>The high value: what a plan promises.</summary>
    Promised,

    /// <summary>The typical value: what the availability model expects.</summary>
    Typical,
}

/// <summary>The times of the facts on one basis, in seconds. Formulas (restores, decision, repointing) have one value and are the same on both.</summary>
internal sealed class FailoverSeconds(AwsFacts facts, RecoveryBasis basis)
{
    public long Of(string service, string scenario) => basis == RecoveryBasis.Promised ? Fact(service, scenario).High : Fact(service, scenario).Typical;

    /// <summary>Time and, where data is concerned, what is lost meanwhile.</summary>
    public RecoveryTime Loss(string service, string scenario) => new(Fact(service, scenario).RpoSeconds ?? 0, Of(service, scenario));

    public long Creation(string resourceType, string operation) =>
        (long)Math.Ceiling(60 * (basis == RecoveryBasis.Promised ? facts.HighMinutes : facts.TypicalMinutes)[(resourceType, operation)]);

    public long Formula(string id, params IReadOnlyList<(string Name, decimal Value)> inputs) => (long)Math.Ceiling(facts.Formulas[id].Evaluate(inputs));

    private FailoverTime Fact(string service, string scenario) => facts.FailoverTimes[(service, scenario)];
}
