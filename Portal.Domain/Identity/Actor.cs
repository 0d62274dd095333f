namespace Portal.Domain.Identity;

/// <summary>The person behind a call, as far as rules care.</summary>
public sealed record Actor
{
    /// <summary>Unique and stable: four eyes compare it.</summary>
    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlySet<Role> Roles { get; init; }

    /// <summary>Teams the person belongs to.</summary>
    public required IReadOnlySet<string> Teams { get; init; }

    /// <summary>Approvers, finance, operators and auditors see every team.</summary>
    public bool SeesAllTeams => Roles.Any(r => r != Role.Requester);

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>What belongs to a team that is not yours does not exist for you.</summary>
    public bool Sees(string team) => SeesAllTeams || Teams.Contains(team);

    public bool MayRequestFor(string team) => Is(Role.Requester) && Teams.Contains(team);
}
