namespace Portal.Domain.Controls;

/// <summary>What a check found in an environment. It holds only where something proves it, or people do it, and nothing breaks it.</summary>
/// <param name="Proof">The resources that do what is asked.</param>
/// <param name="Faults">What does not, or what is not there at all.</param>
public sealed record CheckOutcome(IReadOnlyList<Evidence> Proof, IReadOnlyList<ControlFault> Faults)
{
    /// <summary>What the check passes over although it proves nothing, in whole sentences for people; where the check holds they belong to the finding.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether people do part of what is asked, which the remarks name: then no template proves all of it.</summary>
    public bool IsPeoples { get; init; }

    public bool Holds => Faults.Count == 0 && (Proof.Count > 0 || IsPeoples);
}

/// <param name="Where">The resource at fault; null where the resource is what is missing.</param>
/// <param name="Why">What is wrong, for people.</param>
public sealed record ControlFault(Evidence? Where, string Why);
