using System.Text.Json.Serialization;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Topics;

namespace Portal.Domain.Planning.Document;

/// <summary>One choice of the planner: what was chosen, which fields caused it, and what else there was.</summary>
public sealed record Decision
{
    public required string Topic { get; init; }

    public required string Chosen { get; init; }

    public required IReadOnlyList<string> Because { get; init; }

    public required string Why { get; init; }

    /// <summary>Whether <see cref="Because"/> are requirements that every cheaper design without the choice would miss.</summary>
    [JsonIgnore]
    public bool IsForced { get; init; }

    /// <summary>What the choice does for the design, whoever asks for it; the second half of <see cref="Why"/>.</summary>
    [JsonIgnore]
    public string Gives { get; init; } = "";

    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];
}

/// <summary>The cheapest whole design with that option forced; its figures are the whole design's.</summary>
public sealed record Alternative(string Option, Money MonthlyUsd, decimal FloorPercent, string Rejected)
{
    /// <summary>Whether it misses a requirement, rather than cost more.</summary>
    [JsonIgnore]
    public bool Misses { get; init; }
}
