using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>The fleet of one region (contract, section 2, Fleet): counts are instances.</summary>
public sealed record ComputePlan
{
    public required string Region { get; init; }

    public required string InstanceType { get; init; }

    public required int Vcpu { get; init; }

    /// <summary>Instances a zone at peak.</summary>
    public required int PerZone { get; init; }

    public required int Min { get; init; }

    public required int Desired { get; init; }

    public required int Max { get; init; }

    public required Purchase Purchase { get; init; }

    /// <summary>Instances that stay on demand, where all others are Spot capacity; null without Spot.</summary>
    public int? OnDemandBase { get; init; }
}
