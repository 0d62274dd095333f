namespace Portal.Domain.Costs;

/// <summary>What an expected month costs before anything runs (contract, section 2, Price).</summary>
public sealed record CostEstimate
{
    public required Money MonthlyUsd { get; init; }

    /// <summary>A month at the maximum of the fleet.</summary>
    public required Money AtPeakUsd { get; init; }

    public required Money BudgetUsd { get; init; }

    public required Money ResiliencePremiumUsd { get; init; }

    public required string PriceVersion { get; init; }

    public required IReadOnlyList<CostLine> Lines { get; init; }
}
