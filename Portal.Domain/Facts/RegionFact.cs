namespace Portal.Domain.Facts;

/// <summary>A commercial region.</summary>
/// <param name="Residency">Country or group of countries whose rules apply: EU, UK, US, …</param>
/// <param name="Zones">Names of the zones that a new account can use, in order.</param>
/// <param name="Latitude">Of the city, to 0.1 degree.</param>
public sealed record RegionFact(string Code, string Name, string Country, string Residency, IReadOnlyList<string> Zones, double Latitude, double Longitude)
{
    /// <summary>Whether data that must stay in one of the listed countries or groups may lie here; an empty list allows every region.</summary>
    public bool Allows(IReadOnlyCollection<string> residency) => residency.Count == 0 || residency.Contains(Country) || residency.Contains(Residency);

    /// <summary>Great-circle distance in kilometres.</summary>
    public double DistanceKm(RegionFact other)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var sinLatitude = Math.Sin(Radians(other.Latitude - Latitude) / 2);
        var sinLongitude = Math.Sin(Radians(other.Longitude - Longitude) / 2);
        var haversine = (sinLatitude * sinLatitude) + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * sinLongitude * sinLongitude);
        return 2 * 6371 * Math.Asin(Math.Sqrt(haversine));
    }
}
