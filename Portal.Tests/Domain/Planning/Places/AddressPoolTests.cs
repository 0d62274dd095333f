using System.Net;
using Portal.Domain.Planning.Places;
using Xunit;

namespace Portal.Tests.Domain.Planning.Places;

public sealed class AddressPoolTests
{
    [Theory]
    [InlineData("10.64.0.0/10", "", "", "10.64.0.0/20")]
    [InlineData("10.64.0.0/10", "", "10.64.0.0/20", "10.64.16.0/20")]
    [InlineData("10.64.0.0/10", "", "10.64.0.0/20 10.64.32.0/20", "10.64.16.0/20")]
    [InlineData("10.64.0.0/10", "10.64.0.0/12", "", "10.80.0.0/20")]
    [InlineData("10.64.0.0/10", "10.64.17.0/24", "10.64.0.0/20", "10.64.32.0/20")]
    public void FirstFree_SkipsWhatIsReservedOrTaken(string pool, string reserved, string taken, string expected) =>
        Assert.Equal(IPNetwork.Parse(expected), FirstFree(pool, reserved, taken));

    [Fact]
    public void FirstFree_WhenTheWholePoolLiesInAReservedBlock_StillHandsOutThePool() =>
        Assert.Equal(IPNetwork.Parse("10.60.16.0/20"), FirstFree("10.60.0.0/16", "10.0.0.0/8", "10.60.0.0/20"));

    [Theory]
    [InlineData("10.60.0.0/20", "", "10.60.0.0/20")]
    [InlineData("10.60.0.0/19", "10.60.0.0/20", "10.60.16.0/20")]
    [InlineData("10.60.0.0/24", "", "")]
    [InlineData("fd00::/8", "", "")]
    [InlineData("255.255.240.0/20", "", "255.255.240.0/20")]
    public void FirstFree_WhenNothingIsLeft_IsNull(string pool, string reserved, string taken) =>
        Assert.Null(FirstFree(pool, reserved, taken));

    [Fact]
    public void FirstFree_HandsOutEveryRangeOfThePoolOnce()
    {
        var taken = new HashSet<IPNetwork>();
        while (AddressPool.FirstFree(IPNetwork.Parse("10.60.0.0/16"), [], taken) is { } next)
        {
            Assert.True(taken.Add(next));
        }

        Assert.Equal(16, taken.Count);
    }

    [Theory]
    [InlineData("10.60.0.0/20", null)]
    [InlineData("10.61.0.0/20", "10.61.0.0/20 lies outside the pool 10.60.0.0/16 and touches the reserved 10.0.0.0/8")]
    [InlineData("172.16.0.0/20", null)]
    [InlineData("10.60.0.0/24", "10.60.0.0/24 is not an IPv4 /20")]
    [InlineData("8.8.0.0/20", "8.8.0.0/20 is public: take a /20 of private space (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10)")]
    public void WhyNot_GuardsReservedAddressesOutsideThePool(string vpc, string? expected) =>
        Assert.Equal(expected, AddressPool.WhyNot(IPNetwork.Parse(vpc), IPNetwork.Parse("10.60.0.0/16"), Networks("10.0.0.0/8")));

    [Theory]
    [InlineData("10.60.16.0/20", "", true)]
    [InlineData("10.60.16.0/20", "10.0.0.0/8", true)]
    [InlineData("10.60.16.0/20", "10.60.17.0/24", false)]
    [InlineData("10.61.0.0/20", "", false)]
    [InlineData("10.60.16.0/24", "", false)]
    public void Holds_WhatItWouldHandOut(string range, string reserved, bool expected) =>
        Assert.Equal(expected, AddressPool.Holds(IPNetwork.Parse("10.60.0.0/16"), Networks(reserved), IPNetwork.Parse(range)));

    private static IPNetwork? FirstFree(string pool, string reserved, string taken) =>
        AddressPool.FirstFree(IPNetwork.Parse(pool), Networks(reserved), Networks(taken).ToHashSet());

    private static List<IPNetwork> Networks(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPNetwork.Parse)];
}
