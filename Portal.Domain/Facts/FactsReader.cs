using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Portal.Domain.Costs;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Facts;

/// <summary>Reads the snapshot out of the files of <c>Facts/Data</c>.</summary>
internal static class FactsReader
{
    private static readonly string[] PriceFiles = ["ec2-prices.csv", "elasticache.csv", "rds-prices.csv", "services.csv"];
    private static readonly string[] OtherFiles = ["capacity.json", "ec2-instances.csv", "engine-versions.csv", "provisioning-times.csv", "rds-instances.csv", "regions.json", "slas.json", "sources.json"];

    public static AwsFacts ReadEmbedded() => Read(PriceFiles.Concat(OtherFiles).ToDictionary(name => name, Embedded, StringComparer.Ordinal));

    public static AwsFacts Read(IReadOnlyDictionary<string, string> files)
    {
        using var capacity = JsonDocument.Parse(files["capacity.json"]);
        using var levels = JsonDocument.Parse(files["slas.json"]);
        using var sources = JsonDocument.Parse(files["sources.json"]);
        var types = InstanceTypes(files["ec2-instances.csv"]);
        return new AwsFacts
        {
            PriceVersion = Version(files, PriceFiles, NewestMonth(files)),
            FactsVersion = Version(files, OtherFiles, sources.RootElement.GetProperty("as_of").GetString()![..7]),
            Regions = RegionFacts.All.ToFrozenDictionary(region => region.Code, StringComparer.Ordinal),
            Instances = InstanceOffers(files["ec2-prices.csv"], types),
            Databases = DatabaseOffers(files["rds-prices.csv"], DatabaseClasses(files["rds-instances.csv"], types)),
            EngineVersions = CsvTable.Read(files["engine-versions.csv"]).Select(row => new EngineVersion(
                row["engine"], row["version"], row["parameter_family"], row.Flag("long_term"), row["standard_support_ends"], row["source"], row["as_of"])).ToFrozenDictionary(row => row.Engine, StringComparer.Ordinal),
            Caches = CacheOffers(files["elasticache.csv"]),
            ServicePrices = CsvTable.Read(files["services.csv"]).ToFrozenDictionary(
                row => (row["service"], row["item"], row["region"]),
                row => new UnitPrice(Money.FromUsd(row.Number("usd")), row["unit"], row["source"], row.Flag("estimated"))),
            Commitments = Items(levels, "slas").Where(level => level.GetProperty("monthly_uptime_pct").ValueKind == JsonValueKind.Number).ToFrozenDictionary(
                level => (Text(level, "service"), Text(level, "configuration")),
                level => level.GetProperty("monthly_uptime_pct").GetDecimal()),
            FailoverTimes = Items(levels, "failover_times").Select(Failover).ToFrozenDictionary(time => (time.Service, time.Scenario)),
            Rules = Items(capacity, "rules").Select(Rule).ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal),
            Formulas = Items(capacity, "formulas").ToFrozenDictionary(formula => Text(formula, "id"), formula => FactFormula.Parse(Text(formula, "expression")), StringComparer.Ordinal),
            TypicalMinutes = Minutes(files["provisioning-times.csv"], "typical_minutes"),
            HighMinutes = Minutes(files["provisioning-times.csv"], "high_minutes"),
            Sources = sources.RootElement.GetProperty("sources").EnumerateObject().Select(source => source.Name).ToFrozenSet(StringComparer.Ordinal),
        };
    }

    private static FrozenDictionary<string, InstanceType> InstanceTypes(string csv) =>
        CsvTable.Read(csv).Select(row => new InstanceType(
            row["instance_type"], row["family"], (int)row.Number("vcpu"), row.Number("memory_gib"),
            Wire.TryParse<Architecture>(row["arch"], out var architecture) ? architecture : throw new FormatException($"No architecture: {row["arch"]}"),
            row.Flag("burstable") ? row.Number("burst_baseline_pct_per_vcpu") : null)).ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    private static FrozenDictionary<string, IReadOnlyList<InstanceOffer>> InstanceOffers(string csv, FrozenDictionary<string, InstanceType> types) =>
        CsvTable.Read(csv)
            .Select(row => (Region: row["region"], Offer: new InstanceOffer(
                types[row["instance_type"]], Hourly(row, "on_demand_usd_hour")!, Hourly(row, "convertible_1y_no_upfront_usd_hour"), Hourly(row, "reserved_1y_no_upfront_usd_hour"),
                Hourly(row, "spot_typical_usd_hour") is { } spot ? spot with { Source = "spot-advisor", Estimated = true } : null,
                row["spot_interruption_band"] is { Length: > 0 } band ? band : null)))
            .GroupBy(row => row.Region, row => row.Offer, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<InstanceOffer>)[.. group.OrderBy(offer => offer.Type.Name, StringComparer.Ordinal)], StringComparer.Ordinal);

    private static FrozenDictionary<string, DatabaseClass> DatabaseClasses(string csv, FrozenDictionary<string, InstanceType> types) =>
        CsvTable.Read(csv).Select(row => new DatabaseClass(
            row["db_class"], row["family"], (int)row.Number("vcpu"), row.Number("memory_gib"),
            types.GetValueOrDefault(row["db_class"]["db.".Length..])?.BaselinePercent)).ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    private static FrozenDictionary<(string, string), IReadOnlyList<DatabaseOffer>> DatabaseOffers(string csv, FrozenDictionary<string, DatabaseClass> classes) =>
        CsvTable.Read(csv)
            .Select(row => (Key: (row["region"], row["engine"]), Offer: new DatabaseOffer(
                classes[row["db_class"]], Hourly(row, "single_az_usd_hour"), Hourly(row, "multi_az_usd_hour"),
                Hourly(row, "reserved_1y_no_upfront_single_az_usd_hour"), Hourly(row, "reserved_1y_no_upfront_multi_az_usd_hour"))))
            .GroupBy(row => row.Key, row => row.Offer)
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<DatabaseOffer>)[.. group.OrderBy(offer => offer.Class.Name, StringComparer.Ordinal)]);

    private static FrozenDictionary<string, IReadOnlyList<CacheOffer>> CacheOffers(string csv) =>
        CsvTable.Read(csv)
            .Select(row => (Region: row["region"], Offer: new CacheOffer(
                new CacheNode(row["node_type"], row["node_type"].Split('.')[1], (int)row.Number("vcpu"), row.Number("memory_gib")),
                Hourly(row, "redis_on_demand_usd_hour", "node-hour")!, Hourly(row, "redis_reserved_1y_no_upfront_usd_hour", "node-hour"),
                Hourly(row, "valkey_on_demand_usd_hour_est", "node-hour")! with { Estimated = true })))
            .GroupBy(row => row.Region, row => row.Offer, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<CacheOffer>)[.. group.OrderBy(offer => offer.Node.Name, StringComparer.Ordinal)], StringComparer.Ordinal);

    private static UnitPrice? Hourly(CsvRow row, string column, string unit = "instance-hour") =>
        row.Optional(column) is { } usd ? new UnitPrice(Money.FromUsd(usd), unit, row["source"], row.Flag("estimated")) : null;

    private static FrozenDictionary<(string, string), decimal> Minutes(string csv, string column) =>
        CsvTable.Read(csv).ToFrozenDictionary(row => (row["resource_type"], row["operation"]), row => row.Number(column));

    private static FailoverTime Failover(JsonElement time) => new(
        Text(time, "service"), Text(time, "scenario"), (int)Number(time, "low")!, (int)Number(time, "typical")!, (int)Number(time, "high")!, (int?)Number(time, "rpo_seconds"), Text(time, "source"));

    private static CapacityRule Rule(JsonElement rule) => new(
        Text(rule, "id"), Text(rule, "metric"), Number(rule, "low"), Number(rule, "typical")!.Value, Number(rule, "high"), Text(rule, "unit"), Text(rule, "source"));

    private static JsonElement.ArrayEnumerator Items(JsonDocument document, string list) => document.RootElement.GetProperty(list).EnumerateArray();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static string NewestMonth(IReadOnlyDictionary<string, string> files) =>
        PriceFiles.SelectMany(name => CsvTable.Read(files[name])).Select(row => row["as_of"]).Where(date => date.Length >= 7).Max(StringComparer.Ordinal)![..7];

    private static string Version(IReadOnlyDictionary<string, string> files, IEnumerable<string> names, string month) =>
        $"{month}.{Digest.Hex(string.Concat(names.Select(name => files[name])))[..8]}";

    private static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("facts/" + name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
