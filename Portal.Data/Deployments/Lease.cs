namespace Portal.Data.Deployments;

/// <summary>The right to write for a target: worth nothing once somebody took a newer epoch.</summary>
/// <param name="Target"><c>account/region</c>.</param>
/// <param name="Epoch">Every write proves that it is still the newest.</param>
public sealed record Lease(string Target, long Epoch);

/// <summary>Somebody else works on the target now; nothing was written.</summary>
public sealed class StaleEpochException(Lease lease) : Exception($"Epoch {lease.Epoch} of {lease.Target} is no longer the newest.")
{
    public Lease Lease { get; } = lease;
}
