using Portal.Domain.Costs;
using Portal.Domain.Facts;

namespace Portal.Tests.Domain.Facts;

public sealed class EdgeAreaTests
{
    private static readonly AwsFacts Facts = AwsFacts.Embedded;

    /// <summary>The columns of https://aws.amazon.com/cloudfront/pricing/, a GB of the first 10 TB.</summary>
    [Theory]
    [InlineData("EU", "geo:europe-israel", 0.085)]
    [InlineData("UK", "geo:europe-israel", 0.085)]
    [InlineData("IL", "geo:europe-israel", 0.085)]
    [InlineData("US", "geo:us-mexico-canada", 0.085)]
    [InlineData("MX", "geo:us-mexico-canada", 0.085)]
    [InlineData("ZA", "geo:south-africa-kenya-middle-east", 0.11)]
    [InlineData("AE", "geo:south-africa-kenya-middle-east", 0.11)]
    [InlineData("BR", "geo:south-america", 0.11)]
    [InlineData("JP", "geo:japan", 0.114)]
    [InlineData("AU", "geo:australia-new-zealand", 0.114)]
    [InlineData("SG", "geo:hong-kong-philippines-asia-pacific", 0.12)]
    [InlineData("MY", "geo:hong-kong-philippines-asia-pacific", 0.12)]
    [InlineData("IN", "geo:india", 0.109)]
    public void Of_IsThePublishedGroup(string place, string expected, double usd)
    {
        Assert.Equal(expected, EdgeArea.Of(place));
        Assert.Equal(Money.FromUsd((decimal)usd), Facts.Price("cloudfront", "internet-out-first-10tb", expected).Usd);
    }

    [Fact]
    public void Of_EveryPlaceThatAnAudienceCanName_HasAPrice() =>
        Assert.All(RegionFacts.Places, place => Assert.NotNull(Facts.FindPrice("cloudfront", "https-requests", EdgeArea.Of(place)!)));

    [Theory]
    [InlineData("eu-west-2", "geo:europe-israel")]
    [InlineData("ap-south-2", "geo:india")]
    [InlineData("ap-southeast-6", "geo:australia-new-zealand")]
    public void OfRegion_IsThatOfItsCountry(string region, string expected) => Assert.Equal(expected, EdgeArea.OfRegion(region));

    [Fact]
    public void Of_WhatIsNotKnown_IsNull()
    {
        Assert.Null(EdgeArea.Of("XX"));
        Assert.Null(EdgeArea.OfRegion("eu-nowhere-1"));
    }

    /// <summary>The price book holds two prices, both of us-east-1.</summary>
    [Theory]
    [InlineData("us-east-1", "EU", 0.015)]
    [InlineData("us-east-1", "DE", 0.015)]
    [InlineData("us-east-1", "JP", 0.035)]
    [InlineData("us-east-1", "US", null)]
    [InlineData("us-east-1", "IL", null)]
    [InlineData("eu-west-1", "EU", null)]
    public void AcceleratorOutbound_WithoutAPrice_IsNull(string region, string place, double? usd) =>
        Assert.Equal(usd is { } price ? Money.FromUsd((decimal)price) : (Money?)null, EdgeArea.AcceleratorOutbound(Facts, region, place)?.Usd);
}
