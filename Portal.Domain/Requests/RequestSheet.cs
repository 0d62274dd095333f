namespace Portal.Domain.Requests;

/// <summary>
/// What a team needs (<c>portal/v1</c>, kind <c>EnvironmentRequest</c>), checked and with every default filled in.
/// Only <see cref="RequestReader"/> makes one, so whoever holds a sheet holds a valid one.
/// </summary>
public sealed record RequestSheet
{
    public required SheetMetadata Metadata { get; init; }

    public required Traffic Traffic { get; init; }

    public required Application Application { get; init; }

    public required Availability Availability { get; init; }

    public required Recovery Recovery { get; init; }

    public required Placement Placement { get; init; }

    public IReadOnlyList<ComplianceProgram> Compliance { get; init; } = [];

    public required DataNeeds Data { get; init; }

    public required Network Network { get; init; }

    /// <summary>Null: the load balancer's own name is used.</summary>
    public Dns? Dns { get; init; }

    public required Budget Budget { get; init; }

    public Lifetime Lifetime { get; init; } = new();
}
