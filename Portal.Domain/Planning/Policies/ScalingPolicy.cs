using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Policies;

/// <summary>How a fleet follows its load: by CPU always, by the clock where the sheet names hours, ahead of it where load comes back.</summary>
public static class ScalingPolicy
{
    public static bool IsPredictive(TrafficPattern pattern) => pattern is TrafficPattern.BusinessHours or TrafficPattern.Seasonal;

    /// <summary>For people.</summary>
    public static string Words(TrafficPattern pattern) => pattern switch
    {
        TrafficPattern.BusinessHours => "target tracking, a schedule for business hours, and prediction",
        TrafficPattern.Seasonal => "target tracking and prediction",
        _ => "target tracking",
    };
}
