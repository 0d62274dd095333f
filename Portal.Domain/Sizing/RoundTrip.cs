using Portal.Domain.Facts;

namespace Portal.Domain.Sizing;

/// <summary>
/// The network round trip that users far from a region can expect, from distances alone; measured Internet paths scatter around it, and those between Europe and East Asia
/// are longer still, since cables go around.
/// </summary>
public static class RoundTrip
{
    /// <summary>Light in fibre: two thirds of its speed in the void, since glass has a refractive index of about 1.47.</summary>
    private const double KmPerMillisecond = 200;

    /// <summary>Cables follow coasts and roads: routes are about half as long again as great circles.</summary>
    private const double PathFactor = 1.5;

    /// <summary>From the user to the first node of the provider and back: typical of fixed access.</summary>
    private const double LastMileMilliseconds = 5;

    private const double EarthRadiusKm = 6371;

    /// <summary>
    /// Median milliseconds from an audience (country or data-residency group) to the nearest of the regions, to a tenth. The AWS regions of a place stand in for where its users are.
    /// Null where the place has none, or where there is no region to reach.
    /// </summary>
    public static decimal? Of(string audience, IReadOnlyCollection<string> regions)
    {
        var targets = regions.Select(RegionFacts.Find).OfType<Region>().ToList();
        var points = RegionFacts.All.Where(region => region.DataResidency == audience || region.Country == audience).ToList();
        return points.Count == 0 || targets.Count == 0 ? null : Median([.. points.Select(point => targets.Min(target => Milliseconds(point, target))).Order()]);
    }

    /// <summary>The same by codes; zero where the facts do not hold one of them.</summary>
    public static decimal Between(string region, string other) => RegionFacts.Find(region) is { } from && RegionFacts.Find(other) is { } to ? Milliseconds(from, to) : 0;

    /// <summary>Milliseconds between two regions, the last mile of a user in the first included.</summary>
    public static decimal Milliseconds(Region from, Region to) =>
        (decimal)Math.Round((2 * Kilometres(from, to) * PathFactor / KmPerMillisecond) + LastMileMilliseconds, 1, MidpointRounding.AwayFromZero);

    private static decimal Median(List<decimal> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    /// <summary>Along the great circle, by the haversine formula.</summary>
    private static double Kilometres(Region from, Region to)
    {
        static double Squared(double half) => Math.Pow(Math.Sin(half), 2);

        var (latitude, otherLatitude) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var longitudes = double.DegreesToRadians(to.Longitude - from.Longitude);
        var chord = Squared((otherLatitude - latitude) / 2) + (Math.Cos(latitude) * Math.Cos(otherLatitude) * Squared(longitudes / 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(chord));
    }
}
