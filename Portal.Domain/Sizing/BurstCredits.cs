using Portal.Domain.Costs;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>Whether CPU credits carry a day (contract, section 2, Data sizing). Shares are percent of a vCPU.</summary>
public static class BurstCredits
{
    /// <summary>Hours in which what always runs earns and spends.</summary>
    public const decimal HoursPerDay = 24;

    /// <summary>
    /// At mean load at most 80 % of the baseline, and what a day spends above the baseline at peak is earned below it in the rest of the hours that it runs.
    /// A type keeps at most a day's credits: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html
    /// </summary>
    public static bool Carry(decimal baselinePercent, decimal meanPercent, decimal peakPercent, decimal peakHoursPerDay, decimal hoursPerDay = HoursPerDay)
    {
        var spent = Math.Max(0, peakPercent - baselinePercent) * peakHoursPerDay;
        var earned = (baselinePercent - meanPercent) * (hoursPerDay - peakHoursPerDay);
        return meanPercent <= 0.8m * baselinePercent && spent <= earned;
    }

    /// <summary>Hours at peak in the worst day: a season's day is all peak.</summary>
    public static decimal PeakHoursPerDay(Traffic traffic) => traffic.Pattern switch
    {
        TrafficPattern.BusinessHours => OpenHours(traffic),
        TrafficPattern.Spiky => 0.05m * HoursPerDay,
        TrafficPattern.Seasonal => HoursPerDay,
        _ => UsageAssumptions.PeakHoursPerDay.Value,
    };

    /// <summary>Whether nothing in the sheet says how long a day's peak lasts.</summary>
    public static bool IsPeakAssumed(Traffic traffic) => traffic.Pattern == TrafficPattern.Steady;

    private static decimal OpenHours(Traffic traffic) => traffic.BusinessHours is { } hours ? (decimal)(hours.To - hours.From).TotalHours : HoursPerDay;
}
