using Portal.Domain.Facts;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning;

/// <summary>The database classes that the price book sells, and which of them carry the sheet's load; worked out once for all designs.</summary>
internal sealed class DatabaseClasses(RequestSheet sheet, Workload workload, AwsFacts facts)
{
    private readonly Dictionary<(string Engine, int Readers, bool Stops), IReadOnlyList<DatabaseOffer>> fitting = [];
    private readonly Dictionary<(string Region, string Engine), Dictionary<string, DatabaseOffer>> sold = [];
    private DatabaseSize? size;

    public DatabaseSize Size => size ??= new DatabaseSize(sheet.Data.Relational!, workload, facts);

    /// <summary>The price book's name of the sheet's engine in a service: <c>postgresql</c>, <c>aurora-postgresql</c>.</summary>
    public string Engine(RelationalService service) => (service == RelationalService.Aurora ? "aurora-" : "") + Wire.Name(sheet.Data.Relational!.Engine);

    /// <summary>What the first region sells and does as writer and as each of so many readers.</summary>
    /// <param name="stops">Whether it runs in business hours only, outside which it earns no CPU credits.</param>
    public IReadOnlyList<DatabaseOffer> Fitting(RelationalService service, int readers, bool stops)
    {
        var engine = Engine(service);
        if (!fitting.TryGetValue((engine, readers, stops), out var offers))
        {
            var peakHours = BurstCredits.PeakHoursPerDay(sheet.Traffic);
            var hours = stops ? peakHours : BurstCredits.HoursPerDay;
            fitting[(engine, readers, stops)] = offers = [.. Sold(service, sheet.Placement.PrimaryRegion).Where(offer => Size.Fits(offer.Class, peakHours, readers, hours))];
        }

        return offers;
    }

    /// <summary>The class as a region sells it; null where it does not.</summary>
    public DatabaseOffer? Offer(RelationalService service, string region, string type)
    {
        var engine = Engine(service);
        if (!sold.TryGetValue((region, engine), out var offers))
        {
            sold[(region, engine)] = offers = Sold(service, region).ToDictionary(offer => offer.Class.Name, StringComparer.Ordinal);
        }

        return offers.GetValueOrDefault(type);
    }

    /// <summary>What a region sells for the sheet's engine in a service, and what that runs on.</summary>
    public IEnumerable<DatabaseOffer> Sold(RelationalService service, string region) => facts.Databases.GetValueOrDefault((region, Engine(service)), [])
        .Where(offer => service != RelationalService.Aurora || AuroraClasses.Runs(offer.Class, sheet.Data.Relational!));
}
