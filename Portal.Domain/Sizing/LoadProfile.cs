using Portal.Domain.Costs;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>How a month is spent: hours at peak, at mean, idle (one instance a zone), and stopped. They add up to 730.</summary>
/// <param name="PeakHours">Hours in which the fleet stands ready for the peak.</param>
/// <param name="MeanHours">Hours at mean load.</param>
/// <param name="IdleHours">Hours outside business hours.</param>
public sealed record LoadProfile(decimal PeakHours, decimal MeanHours, decimal IdleHours)
{
    private const decimal HoursPerWeek = 168;

    /// <summary>Hours in which nothing runs (<see cref="OfficeHours"/>).</summary>
    public decimal StoppedHours { get; init; }

    /// <summary>Whether the fleet keeps hours, at the start of which it stands ready for the peak.</summary>
    public bool KeepsHours => IdleHours + StoppedHours > 0;

    /// <summary>The shares of the contract (section 2, Price): spiky 5 %, seasonal a twelfth of the hours at peak.</summary>
    public static LoadProfile Of(Traffic traffic) => traffic.Pattern switch
    {
        TrafficPattern.BusinessHours => Business(traffic.BusinessHours),
        TrafficPattern.Spiky => Peak(0.05m * Month.Hours),
        TrafficPattern.Seasonal => Peak(Month.Hours / 12),
        _ => Peak(0),
    };

    /// <summary>Hours of a month of those of a week.</summary>
    internal static decimal MonthOf(decimal hoursOfAWeek) => hoursOfAWeek * Month.Hours / HoursPerWeek;

    private static LoadProfile Peak(decimal hours) => new(hours, Month.Hours - hours, 0);

    /// <summary>A valid sheet names its hours; without them all hours count as open.</summary>
    private static LoadProfile Business(BusinessHours? hours)
    {
        var week = hours is null ? HoursPerWeek : Weekdays.Of(hours).Count * (decimal)(hours.To - hours.From).TotalHours;
        var open = MonthOf(week);
        return new LoadProfile(open, 0, Month.Hours - open);
    }
}
