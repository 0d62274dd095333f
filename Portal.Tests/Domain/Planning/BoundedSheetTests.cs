using System.Text.Json.Nodes;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Reading;
using Portal.Domain.Sizing;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>Whatever numbers the schema admits, the sheet gets a plan or a refusal: nothing overflows, and no template is given what it does not take.</summary>
public sealed class BoundedSheetTests
{
    private const string Rich =
        """
        { "apiVersion": "portal/v1", "kind": "EnvironmentRequest",
          "metadata": { "name": "app", "team": "team", "stage": "production", "costCenter": "CC-1" },
          "traffic": { "peakRps": 400 },
          "application": { "rpsPerVcpu": 50 },
          "availability": { "slaPercent": 99.9 },
          "placement": { "primaryRegion": "eu-central-1" },
          "data": {
            "relational": { "engine": "postgresql", "sizeGb": 50, "readsPerSecond": 200, "writesPerSecond": 40, "connections": 100 },
            "keyValue": { "sizeGb": 40, "readsPerSecond": 600, "writesPerSecond": 200 },
            "cache": { "engine": "valkey", "sizeGb": 3, "opsPerSecond": 5000 },
            "objects": { "sizeGb": 500, "publicStatic": true } },
          "dns": { "domain": "app.example.com" },
          "budget": { "monthlyUsd": 1000000000 } }
        """;

    /// <summary>Fields that mean something only beside others, and what these say then.</summary>
    private static readonly Dictionary<string, Action<JsonObject, decimal>> Beside = new()
    {
        ["traffic.meanRps"] = (sheet, mean) => Set(sheet, "traffic.peakRps", Math.Max(0.001m, mean)),
        ["traffic.edgeMeanRps"] = (sheet, mean) => Set(sheet, "traffic.edgePeakRps", mean),
        ["traffic.concurrentUsers"] = (sheet, _) => Users(sheet, "thinkTimeSeconds", 9),
        ["traffic.thinkTimeSeconds"] = (sheet, _) => Users(sheet, "concurrentUsers", 90_000),
        ["traffic.peakConnections"] = (sheet, _) => Set(sheet, "application.connectionsPerInstance", HeldConnections.MostOnAnInstance),
        ["application.connectionsPerInstance"] = (sheet, _) => Set(sheet, "traffic.peakConnections", 900),
    };

    private static readonly Dictionary<string, FieldSchema> Numbers = Walk(SheetSchema.Root, "").ToDictionary();

    public static TheoryData<string> Paths => [.. Numbers.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void EachNumber_AtItsLeastAndAtItsMost_IsAnswered(string path)
    {
        Answered(Sheet(path, Least(path)));
        Answered(Sheet(path, Most(path)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AllNumbersTogether_AtTheirLeastOrAtTheirMost_AreAnswered(bool most)
    {
        var sheet = JsonNode.Parse(Rich)!.AsObject();
        foreach (var path in Numbers.Keys.Where(path => path is not ("traffic.concurrentUsers" or "traffic.thinkTimeSeconds")))
        {
            Set(sheet, path, most ? Most(path) : Least(path));
        }

        Answered(sheet);
        sheet["recovery"] = JsonNode.Parse("""{ "zone": { "rpo": 0, "rto": 0 }, "corruption": { "rpo": 0, "rto": 0 }, "region": { "rpo": 0, "rto": 0 } }""");
        Answered(sheet);
        sheet["recovery"] = JsonNode.Parse("""{ "region": { "rpo": "366d", "rto": "366d" } }""");
        Answered(sheet);
    }

    /// <summary>More instances than a whole number counts.</summary>
    [Fact]
    public void TheLargestLoad_OnTheWeakestServers_IsRefusedByItsFields()
    {
        var sheet = Sheet("traffic.peakRps", Most("traffic.peakRps"));
        Set(sheet, "traffic.annualGrowthPercent", Most("traffic.annualGrowthPercent"));
        Set(sheet, "application.rpsPerVcpu", Least("application.rpsPerVcpu"));

        Answered(sheet);
        Assert.Contains("traffic.peakRps", Designs.Of(RequestReader.Read(sheet.ToJsonString()).Expect()).Refusals[0].Requirements);
    }

    /// <summary>Some at their least, some at their most, some between; what other rules refuse is no sheet.</summary>
    [Fact]
    public void AnyNumbers_AreAnswered()
    {
        var answered = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var sheet = JsonNode.Parse(Rich)!.AsObject();
            foreach (var path in Numbers.Keys.Where(path => path != "budget.monthlyUsd" && random.Next(3) == 0))
            {
                Set(sheet, path, random.Next(3) switch { 0 => Least(path), 1 => Most(path), _ => Whole(path, Least(path) + ((Most(path) - Least(path)) * (decimal)Math.Pow(random.NextDouble(), 8))) });
            }

            sheet["data"]!["cache"]!["engine"] = random.Next(2) == 0 ? "valkey" : "memcached";
            sheet["data"]!["relational"]!["service"] = random.Next(3) switch { 0 => "rds", 1 => "aurora", _ => "auto" };
            sheet["budget"]!["purchase"] = random.Next(2) == 0 ? "on-demand" : "savings-plan-1y";
            sheet["traffic"]!["pattern"] = random.Next(2) == 0 ? "steady" : "spiky";
            if (RequestReader.Read(sheet.ToJsonString()) is { IsOk: true })
            {
                answered++;
                Answered(sheet);
            }
        }

        Assert.InRange(answered, 10, 60);
    }

    private static void Answered(JsonObject sheet)
    {
        var plan = Designs.Run(RequestReader.Read(sheet.ToJsonString()).Expect()).Plan;

        Assert.NotEqual(plan.Feasible, plan.Refusals.Count > 0);
        Assert.All(plan.Refusals.SelectMany(refusal => refusal.RelaxTo).SelectMany(way => way.Change), change =>
            Assert.True(change.Value is not JsonValue value || value.GetValueKind() != System.Text.Json.JsonValueKind.Number || SheetSchema.At(change.Key).Admits(decimal.Parse(value.ToJsonString(), System.Globalization.NumberStyles.Float, null)), $"{change.Key}: {change.Value}"));
    }

    private static JsonObject Sheet(string path, decimal value)
    {
        var sheet = JsonNode.Parse(Rich)!.AsObject();
        Set(sheet, path, value);
        Beside.GetValueOrDefault(path)?.Invoke(sheet, value);
        return sheet;
    }

    private static void Users(JsonObject sheet, string field, decimal value)
    {
        sheet["traffic"]!.AsObject().Remove("peakRps");
        Set(sheet, "traffic." + field, value);
    }

    private static void Set(JsonObject sheet, string path, decimal value)
    {
        var names = path.Split('.');
        var map = names.SkipLast(1).Aggregate(sheet, (map, name) => (map[name] ??= name == "software" ? new JsonObject { ["kind"] = "none" } : new JsonObject()).AsObject());
        map[names[^1]] = value;
    }

    private static decimal Whole(string path, decimal value) => Numbers[path].Type == "integer" ? Math.Floor(value) : Math.Round(value, 3);

    private static decimal Least(string path) => Numbers[path] is { Minimum: { } least } ? least : Numbers[path].ExclusiveMinimum!.Value + 0.000000001m;

    /// <summary>An instance holds fewer connections than the schema has numbers.</summary>
    private static decimal Most(string path) => path == "application.connectionsPerInstance" ? HeldConnections.MostOnAnInstance
        : Numbers[path] is { Maximum: { } most } ? most : Numbers[path].ExclusiveMaximum!.Value - 0.000000001m;

    private static IEnumerable<KeyValuePair<string, FieldSchema>> Walk(FieldSchema field, string path) => field switch
    {
        { Type: "number" or "integer" } => [new(path, field)],
        _ => field.Properties.SelectMany(each => Walk(each.Value, path.Length == 0 ? each.Key : $"{path}.{each.Key}")),
    };
}
