using Portal.Domain.Requests;

namespace Portal.Domain.Facts;

/// <summary>An EC2 instance type.</summary>
/// <param name="MemoryGib">Nominal memory.</param>
/// <param name="BaselinePercent">For a burstable type the CPU share of each vCPU that costs no credits; null for all others.</param>
public sealed record InstanceType(string Name, string Family, int Vcpu, decimal MemoryGib, Architecture Architecture, decimal? BaselinePercent);

/// <summary>What an instance type costs in a region, Linux, shared tenancy.</summary>
/// <param name="Convertible">One-year convertible rate without upfront payment: close to the Compute Savings Plan; null where none is published.</param>
public sealed record InstanceOffer(InstanceType Type, UnitPrice OnDemand, UnitPrice? Convertible);
