namespace Portal.Domain.Facts;

/// <summary>A commercial AWS region (facts/regions.json).</summary>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="DataResidency">The group whose data rules hold there: <c>EU</c> for its members, else mostly the country.</param>
/// <param name="Azs">Names of its availability zones.</param>
/// <param name="OptInRequired">Whether an account must switch the region on first; CloudFront writes no log into such a one.</param>
/// <param name="Latitude">Of the city, to 0.1 degree.</param>
public sealed record Region(
    string Code, string Name, string Country, string DataResidency, IReadOnlyList<string> Azs, bool OptInRequired, double Latitude, double Longitude)
{
    // Closed to new accounts, see the note in regions.json.
    private static readonly string[] Closed = ["ap-northeast-1b", "ca-central-1c"];

    /// <summary>The zones that every account can use, in order.</summary>
    public IReadOnlyList<string> Zones { get; } = [.. Azs.Except(Closed)];
}
