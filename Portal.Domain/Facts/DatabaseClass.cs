namespace Portal.Domain.Facts;

/// <summary>An RDS instance class.</summary>
/// <param name="BaselinePercent">As for the EC2 type of the same size; null where it does not burst.</param>
public sealed record DatabaseClass(string Name, string Family, int Vcpu, decimal MemoryGib, decimal? BaselinePercent);

/// <summary>What a class costs in a region for one engine; a null price is not sold.</summary>
/// <param name="MultiAz">The price of instance and standby together.</param>
public sealed record DatabaseOffer(DatabaseClass Class, UnitPrice? SingleAz, UnitPrice? MultiAz, UnitPrice? ReservedSingleAz, UnitPrice? ReservedMultiAz);
