using Portal.Domain.Costs;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>
/// When an environment runs that is stopped outside its business hours (<c>budget.officeHoursOnly</c>). What is stopped is up again when the hours begin, so it starts before.
/// </summary>
public sealed record OfficeHours(BusinessHours Open)
{
    /// <summary>A server boots, installs its software and is found healthy in some minutes (facts, failover times of autoscaling); twice that, and nobody waits.</summary>
    public static readonly TimeSpan ServersAhead = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The servers find the database up: RDS says that a start takes minutes, seldom longer (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html); even making an instance takes 17 at most, 25 with a standby
    /// (facts, provisioning times).
    /// </summary>
    public static readonly TimeSpan DatabaseAhead = ServersAhead + TimeSpan.FromMinutes(30);

    /// <summary>Null where nothing is stopped.</summary>
    public static OfficeHours? Of(RequestSheet sheet) =>
        sheet is { Budget.OfficeHoursOnly: true, Traffic: { Pattern: TrafficPattern.BusinessHours, BusinessHours: { } open } } ? new OfficeHours(open) : null;

    /// <summary>When servers start, as Auto Scaling writes it.</summary>
    public string ServersStart => Weekdays.Cron(Open, Open.From, ServersAhead);

    /// <summary>When the database starts, as EventBridge Scheduler writes it.</summary>
    public string DatabaseStarts => Weekdays.ScheduleCron(Open, Open.From, DatabaseAhead);

    /// <summary>When it stops.</summary>
    public string DatabaseStops => Weekdays.ScheduleCron(Open, Open.To);

    /// <summary>The month of the servers: ready for the peak while open, else none.</summary>
    public LoadProfile Servers => Running(ServersAhead);

    /// <summary>The month of a database that is stopped with them.</summary>
    public LoadProfile Database => Running(DatabaseAhead);

    private LoadProfile Running(TimeSpan ahead)
    {
        var hours = LoadProfile.MonthOf(Weekdays.Of(Open).Count * (decimal)(Open.To - Open.From + ahead).TotalHours);
        return new LoadProfile(hours, 0, 0) { StoppedHours = Month.Hours - hours };
    }
}
