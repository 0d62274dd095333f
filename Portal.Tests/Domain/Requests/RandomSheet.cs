using System.Globalization;
using System.Text;

namespace Portal.Tests.Domain.Requests;

/// <summary>Valid sheets of every shape, as a person might write them: each field there or not, each spelling of each word.</summary>
internal static class RandomSheet
{
    private static readonly string[] Descriptions =
        ["plain words", "Größe: 5 # not a comment", "'quoted' \"twice\"", "- dash\n- dash\n", "trailing \n blanks  \n\n", "tab\there", "yes", "12", "~", "null", "\U0001F600 \u2028 \u00a0", "{a: [b]}", "a: b", "=1+1", "", " "];

    public static string Yaml(Random random)
    {
        var stage = Pick(random, "development", "staging", "production");
        var text = new StringBuilder("apiVersion: portal/v1\nkind: EnvironmentRequest\n");
        Section(text, "metadata", random,
            ($"name: shop-{random.Next(1000)}", 1), ("team: storefront", 1), ($"stage: {stage}", 1), ($"costCenter: {Quoted(Pick(random, "CC-1", "1042", "a b", "#x", "no"))}", 1),
            ($"description: {Quoted(Pick(random, Descriptions))}", 0.7));
        Traffic(text, random);
        Application(text, random);
        Section(text, "availability", random, ($"slaPercent: {Pick(random, "99", "99.5", "99.90", "9.9999e1", "0.1")}", 1));
        Section(text, "recovery", random, ($"zone: {Objective(random)}", 0.5), ($"corruption: {Objective(random)}", 0.5), ($"region: {Objective(random)}", 0.5));
        Section(text, "placement", random, ("primaryRegion: eu-west-1", 1), ("secondaryRegions: [eu-central-1, eu-north-1]", 0.3), ($"residency: {Pick(random, "[EU]", "[]", "[IE, DE, SE]")}", 0.5), ("activeActive: true", 0.3), ("account: \"012345678901\"", 0.3));
        if (random.Next(2) == 0) text.Append("compliance: [hipaa, iso-27001, nist-800-53]\n");
        Data(text, random);
        Section(text, "network", random, ("cidrPool: 172.16.0.0/12", 0.5), ("reserved: [10.0.0.0/8, 192.0.2.1/32]", 0.5));
        if (stage != "development" || random.Next(2) == 0) text.Append(Dns(random));
        Section(text, "budget", random, ($"monthlyUsd: {Number(random)}", 1), ($"purchase: {Pick(random, "on-demand", "savings-plan-1y", "reserved-1y")}", 0.5), ("allowSpot: true", 0.5));
        if (stage == "development" || stage == "staging" && random.Next(2) == 0) text.Append("lifetime: { expiresOn: 2098-02-28 }\n");
        return text.ToString();
    }

    private static void Traffic(StringBuilder text, Random random)
    {
        var load = Pick(random, "peakRps: 1000", "peakRps: 1000.50\n  meanRps: 250.125", "peakRps: 0.001", "concurrentUsers: 40000\n  thinkTimeSeconds: 10", "concurrentUsers: 1\n  thinkTimeSeconds: 86400", "peakConnections: 70000");
        Section(text, "traffic", random,
            (load, 1), ($"exposure: {Pick(random, "public", "internal")}", 0.5), ("annualGrowthPercent: 12.5", 0.5), ($"pattern: {Pick(random, "steady", "spiky", "seasonal", Hours)}", 0.5), ("audience: { EU: 33.30, US: 66.7 }", 0.5),
            ("latencyMs: 80", 0.5), ($"dynamicResponseKb: {Number(random)}", 0.5), ($"staticGbPerMonth: {Number(random)}", 0.5), ("edgePeakRps: 100\n  edgeMeanRps: 99.99", 0.5), ("cacheablePercent: 95", 0.5));
    }

    private const string Hours = "business-hours\n  businessHours: { days: mon-sat, from: \"07:30\", to: \"19:00\", timeZone: America/Argentina/Buenos_Aires }";

    private static void Application(StringBuilder text, Random random)
    {
        var script = Quoted(Pick(random, [.. Descriptions.Where(description => description.Trim().Length > 0)]));
        Section(text, "application", random,
            ("connectionsPerInstance: 8000", 1), ($"rpsPerVcpu: {Number(random)}", 0.5), ("targetCpuPercent: 55", 0.5), ($"workload: {Pick(random, "light", "standard", "heavy")}", 0.5), ("memoryGbPerVcpu: 4", 0.5), ("stateless: false", 0.5),
            ($"architectures: {Pick(random, "[x86_64]", "[arm64, x86_64]", "[x86_64, arm64]")}", 0.5), ($"operatingSystem: {Pick(random, "linux", "windows")}", 0.5),
            ($"software: {Pick(random, "{ kind: none }", "{ kind: container, image: \"a/b:1\", port: 80, healthCheckPath: \"/x?y=%20\" }", $"{{ kind: script, script: {script} }}")}", 0.7));
    }

    private static void Data(StringBuilder text, Random random) => Section(text, "data", random,
        ($"relational: {{ engine: {Pick(random, "postgresql", "mysql", "sqlserver-standard", "oracle-se2")}, sizeGb: {Number(random)}, readReplicas: {Pick(random, "auto", "0", "15")}, service: {Pick(random, "auto", "rds", "aurora")} }}", 0.5),
        ($"keyValue: {{ sizeGb: {Number(random)}, readsPerSecond: 5, itemKb: 0.5, consistency: {Pick(random, "eventual", "strong")} }}", 0.5),
        ($"cache: {{ engine: {Pick(random, "valkey", "redis", "memcached")}, sizeGb: {Number(random)} }}", 0.5), ($"objects: {{ sizeGb: {Number(random)} }}", 0.5));

    private static string Dns(Random random) => "dns: " + Pick(random,
        "{ certificate: \"arn:aws:acm:eu-west-1:012345678901:certificate/abc-123\" }", "{ domain: shop.example.com }", "{ domain: a.b-c.io, hostedZone: Z0123456789ABCDEFGHIJ, certificate: create }") + "\n";

    private static string Objective(Random random) =>
        $"{{ rpo: {Pick(random, "0", "\"0\"", "30s", "60s", "90m", "24h")}, rto: {Pick(random, "120m", "36h", "7d", "366d", "3599s")} }}";

    private static string Number(Random random) => Pick(random, "1", "2.50", "0.001", "1e3", "1E-2", "123456.789", "1000000", "3.1415926535897932384626433832795");

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static void Section(StringBuilder text, string name, Random random, params (string Field, double Chance)[] fields)
    {
        var given = fields.Where(field => random.NextDouble() < field.Chance).ToList();
        if (given.Count > 0) text.Append(CultureInfo.InvariantCulture, $"{name}:\n  {string.Join("\n  ", given.Select(field => field.Field))}\n");
    }
}
