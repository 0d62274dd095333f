using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>A usage that the sheet does not say and the bill needs.</summary>
/// <param name="Id">Named by the cost lines that rest on it.</param>
/// <param name="Why">What it stands for, and why this value.</param>
/// <param name="Source">An id of the facts' <c>sources.json</c>.</param>
public sealed record UsageAssumption(string Id, decimal Value, string Unit, string Why, string Source);

/// <summary>Every assumption about usage, in one place. A plan lists those it used and the dollars that rest on them; none where they only decided.</summary>
public static class UsageAssumptions
{
    private const string Estimate = "planning-estimate";

    public static readonly UsageAssumption RequestsPerConnection = new(
        "requests-per-connection", 10, "requests", "A browser or client sends several requests over one kept-alive connection; sets new connections of the load balancer", Estimate);

    public static readonly UsageAssumption ConnectionSeconds = new(
        "connection-seconds", 60, "s", "A connection stays open for the load balancer's idle timeout, 60 s by default; sets its active connections", "aws-elb-docs");

    public static readonly UsageAssumption RequestKb = new(
        "request-kb", 1, "KB", "What a request brings in: line, headers, cookies and a small body", Estimate);

    public static readonly UsageAssumption ResponseKb = new(
        "dynamic-response-kb", Traffic.UsualResponseKb, "KB", "traffic.dynamicResponseKb is at its default: what an answer of the application weighs, which sets the bytes that go out to users; measure it", Estimate);

    public static readonly UsageAssumption MeanOverPeak = new(
        "mean-over-peak", Workload.DefaultMeanShare, "ratio", "traffic.meanRps is at its default, a quarter of the peak; it sets what runs on an ordinary day, and everything that is billed by request", Estimate);

    public static readonly UsageAssumption LogBytesPerRequest = new(
        "log-bytes-per-request", 250, "bytes", "One line of application log for each request, shipped to CloudWatch Logs through the NAT gateway", Estimate);

    public static readonly UsageAssumption AccessLogBytesPerRequest = new(
        "access-log-bytes-per-request", 60, "bytes", "One line of the load balancer's access log, some 500 bytes, stored compressed", Estimate);

    public static readonly UsageAssumption FlowLogBytesPerConnection = new(
        "flow-log-bytes-per-connection", 440, "bytes", "A connection of a client leaves four flow records (in and out, at balancer and instance) of some 110 bytes", Estimate);

    public static readonly UsageAssumption LogCompression = new(
        "log-compression", 0.15m, "ratio", "CloudWatch Logs bills storage by compressed size", Estimate);

    public static readonly UsageAssumption UpdateGbPerInstance = new(
        "update-gb-per-instance", 2, "GB a month", "Packages and images that an instance fetches through the NAT gateway: at first boot, after replacements, security updates", Estimate);

    public static readonly UsageAssumption QueryKb = new(
        "query-kb", 2, "KB", "What a database statement and its answer weigh; moves the traffic between zones", Estimate);

    public static readonly UsageAssumption DatabaseChangePercentPerDay = new(
        "database-change-percent-per-day", 2, "%", "Share of the database that a day rewrites; sets the size of backups beyond the first", Estimate);

    public static readonly UsageAssumption ReplicatedWriteKb = new(
        "replicated-write-kb", 4, "KB", "What a write sends to a copy in another region: its log records with those of its indexes", Estimate);

    public static readonly UsageAssumption KmsRequestsPerInstance = new(
        "kms-requests-per-instance", 2000, "requests a month", "Volumes, secrets and logs ask their keys at start and every few minutes at most, bucket keys and data keys are cached", Estimate);

    public static readonly UsageAssumption SecretCallsPerInstance = new(
        "secret-calls-per-instance", 730, "calls a month", "An instance reads the database secret once an hour", Estimate);

    public static readonly UsageAssumption DetailedMetricsPerInstance = new(
        "detailed-metrics-per-instance", 7, "metrics", "What EC2 sends each minute where detailed monitoring is on; billed as custom metrics", Estimate);

    public static readonly UsageAssumption AgentMetricsPerGroup = new(
        "agent-metrics-per-group", 2, "metrics", "How full memory and disk of the servers are: all instances report under their group's name, so their number does not matter", Estimate);

    public static readonly UsageAssumption DatabaseLogGb = new(
        "database-log-gb", 0.5m, "GB a month", "Engine logs and enhanced monitoring of a database, sent to CloudWatch Logs", Estimate);

    public static readonly UsageAssumption RestoreTestHours = new(
        "restore-test-hours", 2, "h a test", "A database that is restored for a trial runs until its restore is judged and it is deleted again", Estimate);

    public static readonly UsageAssumption PeakHoursPerDay = new(
        "peak-hours-per-day", 4, "h", "How long a steady day's peak lasts; CPU credits must carry it, which decides whether burstable sizes are taken", Estimate);

    public static readonly UsageAssumption PeakOverMean = new(
        "peak-over-mean", 1 / Workload.DefaultMeanShare, "ratio", "The sheet gives a mean of requests and no peak, so the peak stands to it as the default says; it sizes the fleet's most", Estimate);

    public static readonly UsageAssumption StaticSiteGb = new(
        "static-site-gb", 10, "GB", "What lies in the bucket of the static content where the sheet gives no size of objects", Estimate);

    public static readonly UsageAssumption ViewerLogBytesPerRequest = new(
        "viewer-log-bytes-per-request", 80, "bytes", "One line of the CDN's access log, some 400 bytes, stored compressed", Estimate);

    public static readonly UsageAssumption FirewallLogBytesPerRequest = new(
        "firewall-log-bytes-per-request", 15, "bytes", "The firewall logs what it refuses or counts: one request in a hundred, with some 1,500 bytes", Estimate);

    public static readonly UsageAssumption DnsQueriesPerConnection = new(
        "dns-queries-per-connection", 0.1m, "queries", "Resolvers keep answers for a minute: of ten new connections one asks for the address, which is free since it is an alias of an AWS resource, and one for a record type that is not there, which is billed", Estimate);

    public static readonly UsageAssumption DnsLogBytesPerQuery = new(
        "dns-log-bytes-per-query", 150, "bytes", "One line of Route 53's query log; free queries are logged too", Estimate);

    public static readonly UsageAssumption WitnessUnitsPerWrite = new(
        "witness-units-per-write", 1, "units per unit written", "A witness takes in every change and keeps no items. AWS names no price for it that was read, so each change counts as a replicated write there, without storage", Estimate);

    public static readonly UsageAssumption CacheValueKb = new(
        "cache-value-kb", 1, "KB", "What an operation on the cache and its answer weigh; moves the traffic between zones", Estimate);

    public static readonly UsageAssumption ObjectMb = new(
        "object-mb", 0.25m, "MB", "Mean size of an object: pictures and documents; sets the number of requests", Estimate);

    public static readonly UsageAssumption ObjectChangePercentPerMonth = new(
        "object-change-percent-per-month", 10, "%", "Share of the objects that a month writes anew; sets uploads, older versions and what is copied to another region", Estimate);

    public static readonly UsageAssumption ObjectReadsPerRequest = new(
        "object-reads-per-request", 0.1m, "reads", "Every tenth request makes the application fetch one object", Estimate);

    public static readonly IReadOnlyList<UsageAssumption> All =
    [
        RequestsPerConnection, ConnectionSeconds, RequestKb, ResponseKb, MeanOverPeak, LogBytesPerRequest, AccessLogBytesPerRequest, FlowLogBytesPerConnection, LogCompression, UpdateGbPerInstance, QueryKb,
        DatabaseChangePercentPerDay, ReplicatedWriteKb, KmsRequestsPerInstance, SecretCallsPerInstance, DetailedMetricsPerInstance, AgentMetricsPerGroup, DatabaseLogGb, RestoreTestHours, PeakHoursPerDay, PeakOverMean,
        StaticSiteGb, ViewerLogBytesPerRequest, FirewallLogBytesPerRequest, DnsQueriesPerConnection, DnsLogBytesPerQuery,
        WitnessUnitsPerWrite, CacheValueKb, ObjectMb, ObjectChangePercentPerMonth, ObjectReadsPerRequest,
    ];

    /// <summary>How much of what servers exchange with the data changes zone.</summary>
    public static UsageAssumption CrossZoneShare(Topology topology) => new(
        "cross-zone-share", Math.Round(topology.CrossZoneShare, 4), "ratio", "Callers and what they call are spread evenly over the zones, and nothing keeps a call in its own: of two zones half of the bytes change zone, of three two thirds", Estimate);

    /// <summary>The same of data in a zone that RDS or ElastiCache chooses.</summary>
    public static UsageAssumption ChosenZoneShare(Topology topology) => topology.Zones > 1 ? CrossZoneShare(topology) : new(
        "chosen-zone-share", Math.Round(topology.ChosenZoneShare, 4), "ratio", "All servers stand in one zone; RDS and ElastiCache choose theirs among the two of the network, and instances of Aurora are spread over both", Estimate);

    /// <summary>Those that decide on the design and stand behind no line of its bill.</summary>
    public static IEnumerable<UsageAssumption> Deciding(Traffic traffic) =>
    [
        .. BurstCredits.IsPeakAssumed(traffic) ? new[] { PeakHoursPerDay } : [],
        .. Workload.PeakIsAssumed(traffic) ? new[] { PeakOverMean } : [],
        .. Workload.MeanIsUsual(traffic) ? new[] { MeanOverPeak } : [],
    ];

    /// <summary>What the bytes of the application's answers rest on.</summary>
    public static IReadOnlyList<UsageAssumption> OfAnswers(Traffic traffic) => traffic.DynamicResponseKb == Traffic.UsualResponseKb ? [ResponseKb] : [];

    /// <summary>The rate that stands in for a measured <c>application.rpsPerVcpu</c>.</summary>
    public static UsageAssumption WorkloadClass(Workload workload) => new(
        "workload-class", workload.RpsPerVcpu, "requests/s per vCPU", "The sheet gives no measured application.rpsPerVcpu, so its workload class stands in", Estimate);
}
