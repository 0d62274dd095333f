using Portal.Domain;
using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning;

/// <summary>
/// A second opinion on the best design: every combination, written straight from the contract and sharing nothing with the planner but the facts.
/// It does not know lines, tiers or pruning, and it adds up in doubles.
/// </summary>
internal sealed class BruteForce(RequestSheet sheet, AwsFacts facts)
{
    private readonly string region = sheet.Placement.PrimaryRegion;
    private readonly double growth = 1 + ((double)sheet.Traffic.AnnualGrowthPercent / 100);
    private readonly bool production = sheet.Metadata.Stage == Stage.Production;

    /// <summary>Monthly price of the cheapest design that meets the sheet, or null.</summary>
    public double? Cheapest()
    {
        double? best = null;
        for (var zones = 1; zones <= Math.Min(3, facts.Regions[region].Zones.Count); zones++)
        {
            foreach (var nats in zones == 1 ? [1] : new[] { 1, zones })
            {
                foreach (var offer in facts.Instances[region].Where(Usable))
                {
                    var fleet = Fleet(offer, zones, nats);
                    foreach (var database in fleet is null ? [] : Databases(zones))
                    {
                        var total = fleet!.Value + database.Price + Ground(zones, nats);
                        if ((best is null || total < best) && Meets(zones, nats, database.MultiAz, total))
                        {
                            best = total;
                        }
                    }
                }
            }
        }

        return best;
    }

    private double Peak => (double)sheet.Traffic.PeakRps! * growth;

    private double Mean => (double)sheet.Traffic.MeanRps! * growth;

    private bool Usable(InstanceOffer offer) =>
        sheet.Application.Architectures.Contains(offer.Type.Architecture) && offer.Type.MemoryGib >= Math.Max(1, sheet.Application.MemoryGbPerVcpu)
        && (sheet.Budget.Purchase == Purchase.OnDemand || offer.Convertible is not null);

    private bool Meets(int zones, int nats, bool? multiAz, double total)
    {
        var floor = 0.9999 * (zones > 1 ? 0.9999 : 0.995) * (multiAz switch { true => 0.9995, false => 0.995, null => 1 });
        var restore = 300 + 600 + (4 * (double)(sheet.Data.Relational?.SizeGb ?? 0)) + 100;
        var zoneRto = new[] { 90, zones == 1 ? 1200 : 0, zones > 1 && nats == 1 ? 300 : 0, multiAz switch { true => 120, false => restore, null => 0 } }.Max();
        var zoneRpo = multiAz == false ? 300 : 0;
        var recovery = sheet.Recovery;
        return Math.Floor((floor * 1e6) + 1e-6) / 1e4 >= (double)sheet.Availability.SlaPercent
            && (recovery.Zone is null || (zoneRto <= recovery.Zone.Rto.TotalSeconds && zoneRpo <= recovery.Zone.Rpo.TotalSeconds))
            && (recovery.Corruption is null || multiAz is null || (restore <= recovery.Corruption.Rto.TotalSeconds && 300 <= recovery.Corruption.Rpo.TotalSeconds))
            && total <= (double)sheet.Budget.MonthlyUsd.Usd;
    }

    private double? Fleet(InstanceOffer offer, int zones, int nats)
    {
        var (type, app) = (offer.Type, sheet.Application);
        var rate = (double)app.RpsPerVcpu!;
        int Needed(double rps) => Math.Max(1, (int)Math.Max(Up(rps / (rate * type.Vcpu)), Up(rps / rate * (double)app.MemoryGbPerVcpu / (double)type.MemoryGib)));
        int Run(double rps) => zones == 1 ? Needed(rps) : zones * (int)Up((double)Needed(rps) / (zones - 1));
        var (atPeak, atMean) = (Run(Peak), Run(Mean));
        if (atPeak / zones > 230 || !Bursts(type, zones, atPeak, atMean))
        {
            return null;
        }

        var peakHours = sheet.Traffic.Pattern switch { TrafficPattern.Spiky => 36.5, TrafficPattern.Seasonal => 730 / 12.0, TrafficPattern.BusinessHours => 730 * 50 / 168.0, _ => 0 };
        var rest = sheet.Traffic.Pattern == TrafficPattern.BusinessHours ? zones : atMean;
        var hours = (peakHours * atPeak) + ((730 - peakHours) * rest);
        var covered = sheet.Budget.Purchase == Purchase.OnDemand ? 0 : atMean;
        var beyond = (peakHours * (atPeak - covered)) + ((730 - peakHours) * Math.Max(0, rest - covered));
        var instances = hours / 730;
        var logGb = Mean * 2_628_000 * 250 / 1e9;
        var natGb = logGb + (2 * instances);
        return (covered * 730 * Usd(offer.Convertible)) + (beyond * Usd(offer.OnDemand))
            + (instances * 20 * Price("ebs", "gp3-storage"))
            + (production ? instances * 7 * Price("cloudwatch", "custom-metric-first-10k") : 0)
            + (instances * 0.2 * Price("kms", "symmetric-request"))
            + Log(logGb, Price("cloudwatch", "logs-ingest"))
            + (natGb * Price("nat-gateway", "data-processed"))
            + (nats == 1 ? 2 * natGb * (zones - 1) / zones * Price("data-transfer", "inter-az-each-direction") : 0)
            + (sheet.Data.Relational is null ? 0 : instances * 0.073 * Price("secrets-manager", "api-call"));
    }

    private bool Bursts(InstanceType type, int zones, int atPeak, int atMean)
    {
        if (type.BaselinePercent is not { } percent)
        {
            return true;
        }

        var target = (double)sheet.Application.TargetCpuPercent;
        double Share(double rps, int count) => rps / (double)sheet.Application.RpsPerVcpu! / (count * type.Vcpu) * target;
        var scaling = zones == 1 ? target : target * (zones - 1) / zones;
        return Credits((double)percent, Share(Mean, atMean), Math.Max(Share(Peak, atPeak), Math.Min(Share(Peak, sheet.Traffic.Pattern == TrafficPattern.BusinessHours ? atPeak : atMean), scaling)));
    }

    private bool Credits(double baseline, double mean, double peak)
    {
        var hours = sheet.Traffic.Pattern switch { TrafficPattern.Spiky => 1.2, TrafficPattern.Seasonal => 24, TrafficPattern.BusinessHours => 10, _ => 4 };
        return mean <= (0.8 * baseline) + 1e-9 && Math.Max(0, peak - baseline) * hours <= ((baseline - mean) * (24 - hours)) + 1e-9;
    }

    private IEnumerable<(double Price, bool? MultiAz)> Databases(int zones)
    {
        if (sheet.Data.Relational is not { } data)
        {
            return [(0, null)];
        }

        var queries = (double)(data.ReadsPerSecond + data.WritesPerSecond);
        var iops = (2 * (double)data.WritesPerSecond) + (0.2 * (double)data.ReadsPerSecond);
        var storage = Math.Max(20, Up(1.2 * (double)data.SizeGb));
        storage = iops <= 3000 ? storage : Math.Max(400, storage);
        var gb = queries * Mean / Peak * 2_628_000 * 2 / 1e6;
        return from offer in iops > 12_000 ? [] : facts.Databases[(region, Wire.Name(data.Engine))]
               let bytes = (double)offer.Class.MemoryGib * 1_073_741_824
               let most = data.Engine == DatabaseEngine.PostgreSql ? Math.Min(bytes / 9_531_392, 5000) : bytes / 12_582_880
               where offer.Class.Vcpu >= (queries / 800 / 0.6) - 1e-9 && offer.Class.MemoryGib >= 2 && 0.8 * Math.Floor(most) >= data.Connections
               where offer.Class.BaselinePercent is not { } baseline || Credits((double)baseline, queries / 8 / offer.Class.Vcpu * Mean / Peak, queries / 8 / offer.Class.Vcpu)
               from multiAz in new[] { false, true }
               let demand = multiAz ? offer.MultiAz : offer.SingleAz
               let reserved = multiAz ? offer.ReservedMultiAz : offer.ReservedSingleAz
               let hourly = sheet.Budget.Purchase == Purchase.Reserved1Y ? reserved ?? demand : demand
               where hourly is not null
               select ((730 * Usd(hourly)) + (storage * Price("rds", multiAz ? "gp3-storage-multi-az" : "gp3-storage-single-az"))
                   + (Math.Max(0, ((double)data.SizeGb * 1.14) - storage) * Price("rds", "backup-storage"))
                   + Price("secrets-manager", "secret") + Log(0.5, Price("cloudwatch", "logs-ingest"))
                   + (2 * gb * (zones - 1) / zones * Price("data-transfer", "inter-az-each-direction")), (bool?)multiAz);
    }

    private double Ground(int zones, int nats)
    {
        var opened = Mean / 10;
        var units = new[] { opened / 25, opened * 60 / 3000, Mean * ((double)sheet.Traffic.DynamicResponseKb + 1) * 3600 / 1e6 }.Max();
        var address = 730 * Price("public-ipv4", "in-use-or-idle");
        var isPublic = sheet.Traffic.Exposure == Exposure.Public;
        return (3 * Price("kms", "customer-key"))
            + (Mean * 2_628_000 * 60 / 1e9 * 400 / (730 / 24.0) * Price("s3", "standard-storage-first-50tb")) + (17.52 * Price("s3", "put-copy-post-list"))
            + (nats * ((730 * Price("nat-gateway", "hour")) + address)) + Log(opened * 2_628_000 * 440 / 1e9, Price("flow-logs", "vended-to-cloudwatch-first-10tb"))
            + (730 * Price("alb", "hour")) + (units * 730 * Price("alb", "lcu"))
            + (isPublic ? (Math.Max(2, zones) * address) + Out(Mean * (double)sheet.Traffic.DynamicResponseKb * 2_628_000 / 1e6) : 0);
    }

    private double Out(double gb)
    {
        var (first, next, third) = (Math.Min(gb, 10_000), Math.Clamp(gb - 10_000, 0, 40_000), Math.Clamp(gb - 50_000, 0, 100_000));
        return (first * Price("data-transfer", "internet-out-first-10tb")) + (next * Price("data-transfer", "internet-out-next-40tb"))
            + (third * Price("data-transfer", "internet-out-next-100tb")) + (Math.Max(0, gb - 150_000) * Price("data-transfer", facts.FindPrice("data-transfer", "internet-out-over-150tb", region) is null ? "internet-out-next-100tb" : "internet-out-over-150tb"));
    }

    private double Log(double gb, double ingest) => (gb * ingest) + (gb * 0.15 * 400 / (730 / 24.0) * Price("cloudwatch", "logs-storage"));

    private double Price(string service, string item) => Usd(facts.Price(service, item, region));

    private static double Usd(UnitPrice? price) => (double)(price?.Usd.Usd ?? 0);

    /// <summary>Up to the next whole number, forgiving what doubles add.</summary>
    private static double Up(double value) => Math.Ceiling(value - 1e-9);
}
