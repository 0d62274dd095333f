using System.Net;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Places;

public sealed class VpcAddressesTests
{
    [Theory]
    [InlineData("", "", "10.60.0.0/20 10.60.16.0/20 10.60.32.0/20")]
    [InlineData("", "10.60.0.0/20 10.60.32.0/20", "10.60.16.0/20 10.60.48.0/20")]
    [InlineData("10.60.32.0/20", "10.60.32.0/20 10.60.0.0/20", "10.60.32.0/20 10.60.16.0/20 10.60.48.0/20")]
    [InlineData("10.60.32.0/20 10.60.0.0/20 10.60.48.0/20", "", "10.60.32.0/20 10.60.0.0/20 10.60.48.0/20")]
    [InlineData("10.99.0.0/20", "10.60.0.0/18", "10.99.0.0/20")]
    public void Free_PutsFreeRangesOfThePoolBehindTheKeptOnes(string kept, string taken, string expected) =>
        Assert.Equal(Networks(expected), VpcAddresses.Free(Pool, Networks(kept), Networks(taken).ToHashSet())!.Blocks);

    [Fact]
    public void Free_WhenThereIsNotOne_IsNull() =>
        Assert.Null(VpcAddresses.Free(Pool, [], Networks("10.60.0.0/18").ToHashSet()));

    [Theory]
    [InlineData("", "10.60.0.0/20")]
    [InlineData("10.60.0.0/20", "10.60.0.0/20")]
    [InlineData("10.60.0.0/20 10.60.32.0/20", "10.60.0.0/20 10.60.32.0/20")]
    [InlineData("10.60.0.0/20 10.99.0.0/20", "10.60.0.0/20")]
    public void UsedBy_IsTheFirst_AndWhatThePlanBuildsOn(string built, string expected)
    {
        var plan = Designs.Of(Make.ProductionSheet()) with { Regions = [.. Networks(built).Select(Region), Region(null)] };

        Assert.Equal(Networks(expected), new VpcAddresses(Networks("10.60.0.0/20 10.60.16.0/20 10.60.32.0/20")).UsedBy(plan));
    }

    [Fact]
    public void Run_WithRangesThatItDoesNotNeed_GivesTheSameBytes()
    {
        var alone = PlanPipeline.Run(Make.ProductionSheet(), new VpcAddresses([Designs.Vpc]), Designs.Facts);
        var choice = PlanPipeline.Run(Make.ProductionSheet(), new VpcAddresses([Designs.Vpc, .. Networks("10.60.0.0/20 10.60.16.0/20")]), Designs.Facts);

        Assert.Equal(alone.Files, choice.Files);
    }

    [Fact]
    public void Digest_CoversTheRangeOfEveryRegion()
    {
        var folder = Designs.Run(Make.ProductionSheet());
        var digests = new[] { "10.64.0.0/20", "10.64.0.0/20 10.64.16.0/20", "10.64.0.0/20 10.64.32.0/20" }.Select(built =>
            PlanDigest.Of(Make.ProductionSheet(), folder.Plan with { Regions = [.. Networks(built).Select(Region)] }, folder.Files));

        Assert.Equal(3, digests.Distinct().Count());
    }

    private static Network Pool => new() { CidrPool = IPNetwork.Parse("10.60.0.0/18") };

    private static PlannedRegion Region(IPNetwork range) => Region(range.ToString());

    private static PlannedRegion Region(string? range) => new() { Region = "eu-central-1", Account = "111122223333", Role = RegionRole.Active, Zones = [], VpcCidr = range };

    private static List<IPNetwork> Networks(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPNetwork.Parse)];
}
