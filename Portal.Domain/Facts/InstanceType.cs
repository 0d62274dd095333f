using Portal.Domain.Requests;

namespace Portal.Domain.Facts;

/// <summary>An EC2 instance type.</summary>
/// <param name="MemoryGib">Nominal memory.</param>
/// <param name="BaselinePercent">For a burstable type the CPU share of each vCPU that costs no credits; null for all others.</param>
public sealed record InstanceType(string Name, string Family, int Vcpu, decimal MemoryGib, Architecture Architecture, decimal? BaselinePercent);

/// <summary>What an instance type costs in a region, Linux, shared tenancy. A null price is not published.</summary>
/// <param name="Convertible">One-year convertible rate without upfront payment: close to the Compute Savings Plan.</param>
/// <param name="Reserved">One-year standard Reserved Instance without upfront payment.</param>
/// <param name="Spot">On-demand less the mean saving of 30 days; a market price, so estimated.</param>
/// <param name="SpotInterruption">How often Spot instances were taken back in those 30 days: <c>&lt;5%</c> to <c>&gt;20%</c>; null where no Spot price is.</param>
public sealed record InstanceOffer(InstanceType Type, UnitPrice OnDemand, UnitPrice? Convertible, UnitPrice? Reserved, UnitPrice? Spot, string? SpotInterruption);
