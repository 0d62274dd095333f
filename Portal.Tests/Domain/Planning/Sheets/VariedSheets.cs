using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Processor = Portal.Domain.Requests.Architecture;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>Sheets over everything that a sheet can say; the same number gives the same sheet. Most can be built.</summary>
internal static class VariedSheets
{
    /// <summary>How the sheet speaks of the loss of a region.</summary>
    private enum Reach
    {
        One,
        Copies,
        Cold,
        Warm,
        Active,
    }

    /// <summary>Regions of one residency group, so that each has others beside it.</summary>
    private static readonly (string Group, string[] Regions)[] Places =
        [("EU", ["eu-west-1", "eu-central-1", "eu-west-3"]), ("US", ["us-east-1", "us-west-2", "us-east-2"]), ("EU", ["eu-central-1", "eu-west-3", "eu-west-1"]), ("JP", ["ap-northeast-1", "ap-northeast-3"])];

    public static RequestSheet Number(int seed)
    {
        var random = new Random(seed);
        var reach = One(random, Reach.One, Reach.Copies, Reach.Cold, Reach.Warm, Reach.Active, Reach.Active);
        var place = One(random, Places);
        var sheet = Make.Sheet((Stage)random.Next(3));
        sheet = sheet with
        {
            Metadata = sheet.Metadata with { Name = $"number-{seed}" },
            Traffic = Traffic(random, reach),
            Application = Application(random),
            Availability = new Availability { SlaPercent = reach >= Reach.Warm ? One(random, 99m, 99.9m, 99.95m) : One(random, 98.5m, 99m, 99.9m) },
            Recovery = Recovery(random, reach),
            Placement = new Placement
            {
                PrimaryRegion = place.Regions[0],
                Residency = [place.Group],
                ActiveActive = reach == Reach.Active,
                SecondaryRegions = reach == Reach.Active ? place.Regions[1..2] : [],
            },
            Compliance = [.. Enum.GetValues<ComplianceProgram>().Where(_ => random.Next(8) == 0)],
            Budget = new Budget { MonthlyUsd = Money.FromUsd(200_000), Purchase = One(random, Purchase.OnDemand, Purchase.SavingsPlan1Y, Purchase.Reserved1Y), AllowSpot = random.Next(3) == 0 },
        };
        sheet = sheet with { Data = Data(random), Dns = Dns(random, sheet, reach) };
        return Valid(sheet);
    }

    /// <summary>As a person would have sent it.</summary>
    public static RequestSheet Valid(RequestSheet sheet) => RequestReader.Read(SheetYaml.Write(sheet)).Expect();

    private static Traffic Traffic(Random random, Reach reach)
    {
        var peak = One(random, 4m, 60, 300, 900);
        var isPublic = random.Next(4) > 0;
        var pattern = (TrafficPattern)random.Next(4);
        return new Traffic
        {
            Exposure = isPublic ? Exposure.Public : Exposure.Internal,
            PeakRps = peak,
            MeanRps = peak / One(random, 1.5m, 4, 10),
            AnnualGrowthPercent = One(random, 0, 0, 30),
            Pattern = pattern,
            BusinessHours = pattern == TrafficPattern.BusinessHours ? new BusinessHours("mon-fri", new TimeOnly(7, 0), new TimeOnly(19, 0), "Europe/Dublin") : null,
            DynamicResponseKb = One(random, 2, 8, 60),
            StaticGbPerMonth = isPublic ? One(random, 0, 0, 800) : 0,
            EdgePeakRps = 0,
            CacheablePercent = One(random, 0, 95),
            LatencyMs = reach == Reach.One ? One<decimal?>(random, null, null, 250) : null,
        };
    }

    private static Application Application(Random random) => new()
    {
        RpsPerVcpu = One<decimal?>(random, null, 20, 80),
        Workload = (WorkloadClass)random.Next(3),
        TargetCpuPercent = One(random, 50, 60, 70),
        MemoryGbPerVcpu = One(random, 1m, 2, 6),
        Stateless = random.Next(5) > 0,
        Architectures = One<Processor[]>(random, [Processor.Arm64], [Processor.X86], [Processor.Arm64, Processor.X86]),
        Software = random.Next(3) switch
        {
            0 => new Software { Kind = SoftwareKind.None },
            1 => new Software { Kind = SoftwareKind.Container, Image = "public.ecr.aws/nginx/nginx:1.29", Port = 8080, HealthCheckPath = "/healthz" },
            _ => new Software { Kind = SoftwareKind.Script, Script = "#!/bin/sh\ndnf install -y nginx\nsystemctl enable --now nginx\n", Port = 80 },
        },
    };

    private static Recovery Recovery(Random random, Reach reach) => new()
    {
        Zone = One(random, null, Within("5m", "30m"), Within("0", "5m")),
        Corruption = One(random, null, Within("5m", "8h"), Within("24h", "24h")),
        Region = reach switch
        {
            Reach.Copies => One(random, Within("24h", "24h"), Within("4h", "24h")),
            Reach.Cold => Within("1m", "2h"),
            Reach.Warm => Within("1m", "15m"),
            _ => null,
        },
    };

    private static DataNeeds Data(Random random) => new()
    {
        Relational = random.Next(2) == 0 ? null : Relational(random),
        KeyValue = random.Next(3) > 0 ? null : new KeyValue
        {
            SizeGb = One(random, 2m, 80),
            ReadsPerSecond = One(random, 5m, 900),
            WritesPerSecond = One(random, 2m, 300),
            ItemKb = One(random, 1m, 3),
            Consistency = (ReadConsistency)random.Next(2),
        },
        Cache = random.Next(3) > 0 ? null : new Cache { Engine = (CacheEngine)random.Next(3), SizeGb = One(random, 0.5m, 9), OpsPerSecond = One(random, 500m, 40_000) },
        Objects = random.Next(3) > 0 ? null : new Objects { SizeGb = One(random, 20m, 2000) },
    };

    private static Relational Relational(Random random) => new()
    {
        Engine = (DatabaseEngine)random.Next(2),
        SizeGb = One(random, 10m, 150),
        ReadsPerSecond = One(random, 50m, 2500),
        WritesPerSecond = One(random, 10m, 300),
        Connections = One(random, 20, 400),
        Service = (RelationalService)random.Next(3),
        ReadReplicas = One<int?>(random, null, null, 1, 2),
    };

    /// <summary>Several active regions need a name.</summary>
    private static Dns? Dns(Random random, RequestSheet sheet, Reach reach)
    {
        var given = new Dns { Certificate = $"arn:aws:acm:{sheet.Placement.PrimaryRegion}:111122223333:certificate/0f1e2d3c-4b5a-6978-8695-a4b3c2d1e0f0" };
        var domain = $"{sheet.Metadata.Name}.example.com";
        return (reach == Reach.Active ? random.Next(1, 4) : random.Next(4)) switch
        {
            0 => sheet.Metadata.Stage == Stage.Development ? null : given,
            1 => given with { Domain = domain, HostedZone = "Z0123456789ABCDEFGHIJ" },
            2 => new Dns { Domain = domain, HostedZone = Portal.Domain.Requests.Dns.Create, Certificate = Portal.Domain.Requests.Dns.Create },
            _ => new Dns { Domain = domain, HostedZone = "Z0123456789ABCDEFGHIJ", Certificate = Portal.Domain.Requests.Dns.Create },
        };
    }

    private static Objective Within(string rpo, string rto) => new(Duration.TryParse(rpo, out var lost) ? lost : throw new ArgumentException(rpo), Duration.TryParse(rto, out var back) ? back : throw new ArgumentException(rto));

    private static T One<T>(Random random, params T[] of) => of[random.Next(of.Length)];
}
