using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Policies;

/// <summary>Which databases stop outside office hours (<c>budget.officeHoursOnly</c>), and how long a month they run.</summary>
internal static class Stopping
{
    /// <summary>
    /// RDS stops no instance that has read replicas (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html), Aurora no cluster of a global database
    /// (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-cluster-stop-start.html). Nor is one stopped whose backups go to another region: AWS Backup takes them at any hour.
    /// </summary>
    /// <param name="readers">Instances that answer reads; of RDS they are replicas.</param>
    public static bool Stops(PlanningInput input, Reach reach, RelationalService service, int readers) =>
        input.OfficeHours is not null && reach.Strategy == Strategy.OneRegion && (service == RelationalService.Aurora || readers == 0);

    /// <summary>How a month of the database is spent. One that goes on while the servers are stopped idles.</summary>
    public static LoadProfile Month(PlanningInput input, bool stops)
    {
        var servers = input.Workload.Profile;
        return servers.StoppedHours == 0 ? servers
            : stops ? input.OfficeHours!.Database
            : servers with { IdleHours = servers.IdleHours + servers.StoppedHours, StoppedHours = 0 };
    }

    /// <summary>Hours of a month in which its instances are billed.</summary>
    public static decimal RunningHours(PlanningInput input, bool stops) => Costs.Month.Hours - Month(input, stops).StoppedHours;
}
