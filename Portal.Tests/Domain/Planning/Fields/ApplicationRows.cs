using Portal.Domain.Planning.Document;

namespace Portal.Tests.Domain.Planning.Fields;

internal static class ApplicationRows
{
    private static readonly (string, string) Busy = ("peakRps: 200\n  meanRps: 50", "peakRps: 2000\n  meanRps: 1000");
    private static readonly (string, string) NoLimit = ("monthlyUsd: 2000", "monthlyUsd: 900000");
    private static readonly (string, string) Unmeasured = ("rpsPerVcpu: 50", "workload: standard\n  targetCpuPercent: 60");
    private static readonly (string, string) Connections = ("peakRps: 200\n  meanRps: 50", "peakRps: 200\n  meanRps: 50\n  peakConnections: 40000");
    private static readonly (string, string) Container = Also("software: { kind: container, image: \"public.ecr.aws/nginx/nginx:1.29\" }");

    public static IEnumerable<FieldRow> All =>
    [
        Row("rpsPerVcpu", [NoLimit, Busy], ("rpsPerVcpu: 50", "rpsPerVcpu: 10"), Seen.Dearer),
        Row("rpsPerVcpu", [], ("rpsPerVcpu: 50", "workload: standard"), Seen.Warned("application.rpsPerVcpu", "Nobody measured")),
        Row("rpsPerVcpu", [], ("rpsPerVcpu: 50", "workload: standard"), (before, after) => !Assumed(before) && Assumed(after)),
        Row("targetCpuPercent", [NoLimit, Busy, Unmeasured], ("targetCpuPercent: 60", "targetCpuPercent: 30"), Seen.Dearer),
        Row("targetCpuPercent", [], Also("targetCpuPercent: 40"), Seen.Changed("compute", "TargetCpuPercent")) with { InStacks = true },
        Row("workload", [NoLimit, Busy, Unmeasured], ("workload: standard", "workload: heavy"), Seen.Dearer),
        Row("workload", [NoLimit, Busy, Unmeasured], ("workload: standard", "workload: light"), Seen.Cheaper),
        Row("memoryGbPerVcpu", [NoLimit, Busy], Also("memoryGbPerVcpu: 16"), Seen.Dearer),
        Row("connectionsPerInstance", [NoLimit, Connections, Also("connectionsPerInstance: 10000")], ("connectionsPerInstance: 10000", "connectionsPerInstance: 1000"), Seen.LargerAtPeak),
        Row("connectionsPerInstance", [NoLimit, Connections, Also("connectionsPerInstance: 50000")], ("connectionsPerInstance: 50000", "connectionsPerInstance: 1000"), Seen.Warned("application.connectionsPerInstance", "Connections size the fleet")),
        Row("stateless", [], Also("stateless: false"), Seen.Warned("application.stateless", "loses its session")),
        Row("stateless", [("monthlyUsd: 2000", "monthlyUsd: 2000\n  allowSpot: true")], Also("stateless: false"), Seen.Dearer),
        Row("architectures", [NoLimit, Busy], Also("architectures: [x86_64]"), Seen.Dearer),
        Row("architectures", [NoLimit, Busy], Also("architectures: [x86_64]"), (before, after) => before.Compute[0].InstanceType != after.Compute[0].InstanceType),
        Row("operatingSystem", [], Also("operatingSystem: windows"), Seen.Refused(RefusalKind.NoPrice, "application.operatingSystem")),
        Row("software.kind", [], Container, Seen.Value("compute", "SoftwareKind", "container")) with { InStacks = true },
        Row("software.image", [Container], ("nginx:1.29", "nginx:1.30"), Seen.Value("compute", "ContainerImage", "public.ecr.aws/nginx/nginx:1.30")) with { InStacks = true },
        Row("software.script", [Also("software: { kind: script, script: \"echo one\" }")], ("echo one", "echo two"), Seen.Changed("compute", "ScriptBase64")) with { InStacks = true },
        Row("software.port", [Container], ("1.29\"", "1.29\", port: 9090"), Seen.Value("compute", "AppPort", "9090")) with { InStacks = true },
        Row("software.port", [Container], ("1.29\"", "1.29\", port: 443"), Seen.Refused(RefusalKind.Unsupported, "application.software.port")),
        Row("software.healthCheckPath", [Container], ("1.29\"", "1.29\", healthCheckPath: /healthz"), Seen.Value("balancer", "HealthCheckPath", "/healthz")) with { InStacks = true },
    ];

    private static bool Assumed(Plan plan) => plan.Cost!.Lines.Any(line => line is { Service: "Amazon EC2", Assumed: true });

    private static (string, string) Also(string field) => ("application:\n", $"application:\n  {field}\n");

    private static FieldRow Row(string field, (string, string)[] given, (string, string) change, Func<Plan, Plan, bool> sees) => new("application." + field, given, change, sees);
}
