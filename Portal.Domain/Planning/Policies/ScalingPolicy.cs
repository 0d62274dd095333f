using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Policies;

/// <summary>How a fleet follows its load: by CPU always, by the clock where the sheet names hours, ahead of it where load comes back; as far as it has room.</summary>
public static class ScalingPolicy
{
    public static bool IsPredictive(TrafficPattern pattern) => pattern is TrafficPattern.BusinessHours or TrafficPattern.Seasonal;

    /// <summary>For people: what moves a fleet.</summary>
    /// <param name="scales">Whether it has room between its least and its most.</param>
    /// <param name="keepsHours">Whether the clock changes its size.</param>
    public static string Words(TrafficPattern pattern, bool scales, bool keepsHours) => (scales, keepsHours, IsPredictive(pattern)) switch
    {
        (true, true, true) => "target tracking, a schedule for business hours, and prediction",
        (true, true, false) => "target tracking and a schedule for business hours",
        (true, false, true) => "target tracking and prediction",
        (true, false, false) => "target tracking",
        (false, true, _) => "a schedule for business hours",
        _ => "none",
    };
}
