using Portal.Domain.Facts;
using Portal.Domain.Sizing;

namespace Portal.Tests.Domain.Sizing;

public sealed class RoundTripTests
{
    /// <summary>
    /// Measured between providers' regions: https://www.cloudping.co (AWS, ping) and, between the same cities, IBM's monthly table of 2024-08-25
    /// (https://github.com/ibm-cloud-docs/vpc, network-latency.md). A third off either way is what distances can say.
    /// </summary>
    [Theory]
    [InlineData("eu-central-1", "us-east-1", 91)] // Frankfurt - Washington
    [InlineData("eu-west-2", "us-east-1", 75)] // London - Washington
    [InlineData("ap-northeast-1", "us-east-1", 164)] // Tokyo - Washington
    [InlineData("ap-southeast-2", "us-east-1", 214)] // Sydney - Washington
    [InlineData("sa-east-1", "us-east-1", 118)] // Sao Paulo - Washington
    [InlineData("eu-central-1", "eu-west-2", 13)] // Frankfurt - London
    [InlineData("af-south-1", "eu-central-1", 155.4)] // cloudping.co
    [InlineData("ap-east-1", "ap-northeast-1", 52.6)] // cloudping.co
    [InlineData("ap-east-1", "us-west-2", 146.3)] // cloudping.co
    public void Milliseconds_LieNearWhatWasMeasured(string from, string to, double measured)
    {
        var modelled = (double)RoundTrip.Milliseconds(RegionFacts.Find(from)!, RegionFacts.Find(to)!);

        Assert.InRange(modelled, measured * 2 / 3, measured * 4 / 3);
    }

    [Fact]
    public void Milliseconds_AreDistanceTimesPathAndALastMile() =>
        // Frankfurt (50.1 N 8.7 E) to Dublin (53.3 N 6.3 W): 1,090 km of great circle; 2 x 1,090 x 1.5 / 200 + 5 = 21.4.
        Assert.InRange(RoundTrip.Milliseconds(RegionFacts.Find("eu-central-1")!, RegionFacts.Find("eu-west-1")!), 21.2m, 21.6m);

    [Fact]
    public void Of_UsersAtTheRegion_IsTheLastMile() => Assert.Equal(5.0m, RoundTrip.Of("DE", ["eu-central-1"]));

    [Fact]
    public void Of_TakesTheNearestRegionForEachPoint()
    {
        var both = RoundTrip.Of("JP", ["ap-northeast-1", "ap-northeast-3", "us-east-1"]);

        Assert.Equal(5.0m, both);
        Assert.True(RoundTrip.Of("JP", ["us-east-1"]) > 100);
    }

    [Fact]
    public void Of_TwoPoints_IsTheirMean()
    {
        // India has Mumbai and Hyderabad; a region in one of them leaves the way to the other.
        var way = RoundTrip.Milliseconds(RegionFacts.Find("ap-south-2")!, RegionFacts.Find("ap-south-1")!);

        Assert.Equal((5.0m + way) / 2, RoundTrip.Of("IN", ["ap-south-1"]));
    }

    [Fact]
    public void Of_AGroup_CountsItsMembersOnly()
    {
        // From Stockholm, Milan, Spain, Dublin, Paris and Frankfurt to Frankfurt; London and Zurich are not of the EU.
        var points = new[] { "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3", "eu-central-1" }
            .Select(code => RoundTrip.Milliseconds(RegionFacts.Find(code)!, RegionFacts.Find("eu-central-1")!)).Order().ToList();

        Assert.Equal((points[2] + points[3]) / 2, RoundTrip.Of("EU", ["eu-central-1"]));
    }

    [Fact]
    public void Of_APlaceWithoutRegions_IsNull()
    {
        Assert.Null(RoundTrip.Of("XX", ["eu-central-1"]));
        Assert.Null(RoundTrip.Of("EU", []));
        Assert.Null(RoundTrip.Of("EU", ["eu-nowhere-1"]));
    }
}
