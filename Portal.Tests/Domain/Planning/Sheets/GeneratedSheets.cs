using Portal.Domain.Costs;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>Sheets of many kinds within what the planner builds; the same number gives the same sheet.</summary>
internal static class GeneratedSheets
{
    private static readonly string[] Regions = ["eu-west-1", "eu-central-1", "us-east-1", "us-west-1", "ap-south-1", "eu-central-2"];

    /// <summary>A third each of plain ones, of those with other data, and of those that ask for more, or in one of four for less: to be closed.</summary>
    public static RequestSheet Mixed(int seed) => (seed % 3, seed % 12) switch { (0, _) => Number(seed), (1, _) => WithData(seed / 3), (_, 11) => Closing(seed / 12), _ => Demanding(seed / 3) };

    public static RequestSheet Number(int seed) => WithOtherLoad(WithFront(Plain(seed), new Random(seed + 7919)), new Random(seed + 104729));

    /// <summary>Without static content and names.</summary>
    private static RequestSheet Plain(int seed)
    {
        var random = new Random(seed);
        T Pick<T>(params T[] of) => of[random.Next(of.Length)];
        var peak = Pick(0.5m, 15, 90, 400, 800, 2500);
        var sheet = Make.ProductionSheet();
        return sheet with
        {
            Traffic = sheet.Traffic with
            {
                PeakRps = peak,
                MeanRps = peak / Pick(1.5m, 4, 10),
                AnnualGrowthPercent = Pick(0, 0, 35),
                Pattern = Pick(TrafficPattern.Steady, TrafficPattern.Spiky, TrafficPattern.Seasonal, TrafficPattern.BusinessHours),
                BusinessHours = new BusinessHours("mon-fri", new TimeOnly(8, 0), new TimeOnly(18, 0), "Europe/Berlin"),
                Exposure = Pick(Exposure.Public, Exposure.Internal),
                DynamicResponseKb = Pick(2, 8, 120),
            },
            Application = sheet.Application with
            {
                RpsPerVcpu = Pick(5m, 40, 200),
                TargetCpuPercent = Pick(40, 60, 75),
                MemoryGbPerVcpu = Pick(0.5m, 2, 6),
                Architectures = Pick<Portal.Domain.Requests.Architecture[]>([Portal.Domain.Requests.Architecture.X86], [Portal.Domain.Requests.Architecture.Arm64, Portal.Domain.Requests.Architecture.X86]),
            },
            Availability = new Availability { SlaPercent = Pick(98.5m, 99, 99.45m, 99.9m, 99.95m) },
            Recovery = new Recovery
            {
                Zone = Pick(null, new Objective(TimeSpan.Zero, TimeSpan.FromMinutes(2)), new Objective(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30))),
                Corruption = Pick(null, new Objective(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30))),
            },
            Placement = sheet.Placement with { PrimaryRegion = Pick(Regions) },
            Data = sheet.Data with { Relational = random.Next(3) == 0 ? null : Database(random, seed) },
            Budget = new Budget { MonthlyUsd = Money.FromUsd(Pick(150, 600, 5000, 100_000)), Purchase = Pick(Purchase.OnDemand, Purchase.OnDemand, Purchase.SavingsPlan1Y, Purchase.Reserved1Y), AllowSpot = random.Next(3) == 0 },
        };
    }

    private static RequestSheet WithFront(RequestSheet sheet, Random random)
    {
        T Pick<T>(params T[] of) => of[random.Next(of.Length)];
        var isPublic = sheet.Traffic.Exposure == Exposure.Public;
        return sheet with
        {
            Traffic = sheet.Traffic with
            {
                StaticGbPerMonth = isPublic ? Pick(0, 0, 300, 20_000) : 0,
                CacheablePercent = Pick(0, 95),
                Audience = Pick(new Dictionary<string, decimal>(), new() { ["EU"] = 100 }, new() { ["US"] = 50, ["JP"] = 50 }),
            },
            Dns = Pick(sheet.Dns, sheet.Dns, new Dns { Domain = "shop.example.com", HostedZone = Dns.Create, Certificate = Dns.Create }, new Dns { Domain = "shop.example.com", HostedZone = "Z0123456789ABCDEFGHIJ", Certificate = Dns.Create }),
        };
    }

    /// <summary>Some of them with users or held connections instead of a rate, or beside it; some that say how often static content is asked for.</summary>
    private static RequestSheet WithOtherLoad(RequestSheet sheet, Random random)
    {
        var (traffic, peak) = (sheet.Traffic, sheet.Traffic.PeakRps!.Value);
        var held = traffic with { PeakConnections = peak * new[] { 2, 60 }[random.Next(2)] };
        var other = random.Next(8) switch
        {
            0 => traffic with { PeakRps = null, ConcurrentUsers = 6 * peak, ThinkTimeSeconds = 5 },
            1 => held,
            2 => held with { PeakRps = null },
            3 => held with { PeakRps = null, MeanRps = null },
            _ => traffic,
        };
        var edge = traffic.Exposure == Exposure.Public ? new[] { 0m, 0, 4, 3000 }[random.Next(4)] : 0;
        other = other with { EdgePeakRps = edge, EdgeMeanRps = edge / new[] { 1, 8 }[random.Next(2)] * random.Next(2) };
        return sheet with { Traffic = other, Application = sheet.Application with { ConnectionsPerInstance = other.PeakConnections is null ? null : 20_000 } };
    }

    /// <summary>The same with a table, a cache or object storage beside or instead of the database.</summary>
    public static RequestSheet WithData(int seed)
    {
        var (random, sheet) = (new Random(seed + 1000), Number(seed));
        var relational = random.Next(2) == 0 ? null : sheet.Data.Relational;
        var size = new[] { 0.4m, 12, 150 }[random.Next(3)];
        var rate = new[] { 2m, 300, 20_000 }[random.Next(3)];
        return sheet with
        {
            Data = (seed % 3) switch
            {
                0 => new DataNeeds { Relational = relational, KeyValue = new KeyValue { SizeGb = size, ReadsPerSecond = rate, WritesPerSecond = rate / 3, Consistency = (ReadConsistency)random.Next(2) } },
                1 => new DataNeeds { Relational = relational, Cache = new Cache { Engine = (CacheEngine)random.Next(3), SizeGb = size, OpsPerSecond = rate } },
                _ => new DataNeeds { Relational = relational, Objects = new Objects { SizeGb = 10 * size, PublicStatic = random.Next(2) == 0 } },
            },
        };
    }

    /// <summary>A generated sheet that asks for more: other regions, programmes, short round trips.</summary>
    public static RequestSheet Demanding(int seed)
    {
        var random = new Random(seed + 31337);
        T Pick<T>(params T[] of) => of[random.Next(of.Length)];
        var sheet = seed % 2 == 0 ? Number(seed) : WithData(seed);
        var residency = Pick<string[]>([], [], ["EU", "US", "CH", "IN"], ["US", "DE", "IE", "CH", "IN"]);
        return sheet with
        {
            Availability = new Availability { SlaPercent = Pick(sheet.Availability.SlaPercent, 99.9m, 99.99m) },
            Recovery = sheet.Recovery with { Region = Pick(null, null, Objective(24 * 60, 24 * 60), Objective(5, 40), Objective(1, 15)) },
            Compliance = Pick<ComplianceProgram[]>([], [], [ComplianceProgram.Hipaa], [ComplianceProgram.PciDss, ComplianceProgram.Soc2], [ComplianceProgram.Gdpr]),
            Placement = sheet.Placement with { Residency = residency, ActiveActive = random.Next(8) == 0, SecondaryRegions = random.Next(8) == 0 && residency.Length == 0 ? ["eu-north-1"] : [] },
            Traffic = sheet.Traffic with { LatencyMs = sheet.Traffic.Audience.Count > 0 && random.Next(3) == 0 ? Pick(50, 120, 200) : null },
            Application = sheet.Application with { Stateless = random.Next(5) > 0 },
        };
    }

    /// <summary>A generated sheet of development that keeps hours; half of them are closed outside.</summary>
    public static RequestSheet Closing(int seed)
    {
        var sheet = seed % 2 == 0 ? Number(seed) : WithData(seed);
        return sheet with
        {
            Metadata = sheet.Metadata with { Stage = Stage.Development },
            Lifetime = new Lifetime { ExpiresOn = new DateOnly(2099, 1, 31) },
            Traffic = sheet.Traffic with { Pattern = TrafficPattern.BusinessHours },
            Budget = sheet.Budget with { Purchase = Purchase.OnDemand, OfficeHoursOnly = seed / 2 % 2 == 0 },
        };
    }

    private static Objective Objective(int rpoMinutes, int rtoMinutes) => new(TimeSpan.FromMinutes(rpoMinutes), TimeSpan.FromMinutes(rtoMinutes));

    private static Relational Database(Random random, int seed) => new()
    {
        Engine = random.Next(2) == 0 ? DatabaseEngine.PostgreSql : DatabaseEngine.MySql,
        SizeGb = new[] { 8m, 120, 500 }[random.Next(3)],
        ReadsPerSecond = new[] { 0m, 400, 3000 }[random.Next(3)],
        WritesPerSecond = new[] { 10m, 60, 1800 }[random.Next(3)],
        Connections = new[] { 0, 300, 2000 }[random.Next(3)],
        Service = Service(seed),
        ReadReplicas = seed % 2 == 0 ? null : seed % 3,
    };

    private static RelationalService Service(int seed) => (seed % 5) switch { 0 => RelationalService.Rds, 1 => RelationalService.Aurora, _ => RelationalService.Auto };
}
