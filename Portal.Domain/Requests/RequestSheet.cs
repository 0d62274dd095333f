namespace Portal.Domain.Requests;

/// <summary>
/// What a team needs (<c>portal/v1</c>, kind <c>EnvironmentRequest</c>), checked and with every default filled in.
/// Only <see cref="RequestReader"/> makes one, so whoever holds a sheet holds a valid one.
/// </summary>
public sealed record RequestSheet
{
    public const string ApiVersion = "portal/v1";

    public const string Kind = "EnvironmentRequest";

    public required SheetMetadata Metadata { get; init; }

    public required Traffic Traffic { get; init; }

    public Application Application { get; init; } = new();

    public required Availability Availability { get; init; }

    public Recovery Recovery { get; init; } = new();

    public required Placement Placement { get; init; }

    public IReadOnlyList<ComplianceProgram> Compliance { get; init; } = [];

    public DataNeeds Data { get; init; } = new();

    public Network Network { get; init; } = new();

    /// <summary>Null: the load balancer's own name is used.</summary>
    public Dns? Dns { get; init; }

    public required Budget Budget { get; init; }

    public Lifetime Lifetime { get; init; } = new();
}
