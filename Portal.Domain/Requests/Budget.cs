using System.Text.Json.Serialization;
using Portal.Domain.Costs;

namespace Portal.Domain.Requests;

/// <summary>What it may cost a month, and how it may be bought.</summary>
public sealed record Budget
{
    public required Money MonthlyUsd { get; init; }

    public Purchase Purchase { get; init; } = Purchase.OnDemand;

    public bool AllowSpot { get; init; }

    /// <summary>Whether nothing that can be stopped runs outside <see cref="Traffic.BusinessHours"/>; for development only.</summary>
    public bool OfficeHoursOnly { get; init; }
}

public enum Purchase
{
    OnDemand,
    [JsonStringEnumMemberName("savings-plan-1y")] SavingsPlan1Y,
    [JsonStringEnumMemberName("reserved-1y")] Reserved1Y,
}
