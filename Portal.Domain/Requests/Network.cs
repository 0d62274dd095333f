using System.Net;

namespace Portal.Domain.Requests;

/// <summary>Where the VPC must lie, and what is taken elsewhere.</summary>
public sealed record Network
{
    /// <summary>The platform's pool, where a sheet names none.</summary>
    public static readonly IPNetwork PlatformPool = IPNetwork.Parse("10.64.0.0/10");

    public IPNetwork CidrPool { get; init; } = PlatformPool;

    public IReadOnlyList<IPNetwork> Reserved { get; init; } = [];
}
