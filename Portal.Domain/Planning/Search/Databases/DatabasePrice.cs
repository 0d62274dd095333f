using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Databases;

/// <summary>A class that carries the load in a layout, with what its instances cost in each region that has some.</summary>
/// <param name="Writer">An hour of the writer, with its standby where RDS sells them together.</param>
/// <param name="Reader">An hour of any other instance of the first region.</param>
/// <param name="Elsewhere">An hour of an instance in the other region, with its standby where RDS sells them together; null where none can take over.</param>
internal sealed record DatabasePrice(DatabaseClass Class, UnitPrice Writer, UnitPrice Reader, UnitPrice? Elsewhere, decimal HourlyUsd)
{
    /// <summary>Those that fit the load as it is and as whatever takes over elsewhere finds it, sold in every region of the layout.</summary>
    public static IEnumerable<DatabasePrice> Of(PlanningInput input, Reach reach, DatabaseLayout layout)
    {
        var classes = input.DatabaseClasses;
        var fewest = reach.TakesOver ? layout.ReadersElsewhere : layout.Readers;
        foreach (var offer in classes.Fitting(layout.Service, fewest, Stopping.Stops(input, reach, layout.Service, layout.Readers)).Where(offer => IsOffered(reach, layout, offer)))
        {
            var other = reach.TakesOver ? classes.Offer(layout.Service, reach.Sites[1].Region, offer.Class.Name) is { } sold ? DatabaseCosts.Hourly(input, sold, IsPairedElsewhere(layout)) : null : null;
            if ((reach.TakesOver && other is null) || DatabaseCosts.Hourly(input, offer, IsPaired(layout)) is not { } writer || DatabaseCosts.Hourly(input, offer, false) is not { } reader)
            {
                continue;
            }

            var readers = layout.Instances - (IsPaired(layout) ? 2 : 1);
            yield return new DatabasePrice(offer.Class, writer, reader, other, writer.Usd.Usd + (readers * reader.Usd.Usd) + ((IsPairedElsewhere(layout) ? 1 : layout.Elsewhere) * (other?.Usd.Usd ?? 0)));
        }
    }

    private static bool IsPaired(DatabaseLayout layout) => layout is { Service: RelationalService.Rds, MultiAz: true };

    private static bool IsPairedElsewhere(DatabaseLayout layout) => layout is { Service: RelationalService.Rds, Elsewhere: 2 };

    private static bool IsOffered(Reach reach, DatabaseLayout layout, DatabaseOffer offer) =>
        !(reach.TakesOver && layout.Service == RelationalService.Aurora && !IsForMemory(offer.Class));

    /// <summary>
    /// The members of a global database must be memory-optimised: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html
    /// Those have eight gigabytes a vCPU or more.
    /// </summary>
    private static bool IsForMemory(DatabaseClass type) => type.MemoryGib >= 8 * type.Vcpu;
}
