using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Policies;

/// <summary>To which instance the load balancer gives a request.</summary>
/// <param name="Algorithm">As the load balancer names it.</param>
/// <param name="SlowStartSeconds">How long a new instance warms up; only with <c>round_robin</c>.</param>
internal sealed record LoadBalancing(string Algorithm, int SlowStartSeconds, string Why)
{
    /// <summary>The least that a target group takes: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html</summary>
    private const int LeastSlowStart = 30;

    private static readonly LoadBalancing Fewest = new("least_outstanding_requests", 0, "requests or connections of uneven length go where the fewest are open");
    private static readonly LoadBalancing InTurn = new("round_robin", LeastSlowStart, "requests are alike, and a new instance warms up before it takes its whole share");

    /// <summary>Heavy requests differ in length, and held connections pile up on old instances; else taking turns is fair and simple.</summary>
    public static LoadBalancing Of(RequestSheet sheet) => IsUneven(sheet) ? Fewest : InTurn;

    /// <summary>The fields that decide; a standard workload is what a sheet asks that says nothing.</summary>
    public static IReadOnlyList<string> Because(RequestSheet sheet) => !IsUneven(sheet) ? sheet.Application.Workload == WorkloadClass.Standard ? SheetPaths.None : ["application.workload"]
        : [.. sheet.Application.Workload == WorkloadClass.Heavy ? ["application.workload"] : Array.Empty<string>(), .. sheet.Traffic.PeakConnections > 0 ? ["traffic.peakConnections"] : Array.Empty<string>()];

    public string Label => Algorithm == Fewest.Algorithm ? "fewest outstanding requests" : "in turn, with a slow start";

    private static bool IsUneven(RequestSheet sheet) => sheet.Application.Workload == WorkloadClass.Heavy || sheet.Traffic.PeakConnections > 0;
}
