using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Costs;

namespace Portal.Tests.Domain.Costs;

public sealed class MoneyTests
{
    [Fact]
    public void Default_IsZero() => Assert.Equal(Money.Zero, Money.FromUsd(0));

    [Theory]
    [InlineData("0.0000000005", 0)]
    [InlineData("0.0000000015", 2)]
    [InlineData("-0.0000000025", -2)]
    [InlineData("0.0116", 11_600_000)]
    public void FromUsd_RoundsToNanoDollarsHalfToEven(string usd, long nanos) =>
        Assert.Equal(nanos, Money.FromUsd(decimal.Parse(usd, System.Globalization.CultureInfo.InvariantCulture)).NanoUsd);

    [Fact]
    public void Sum_OfATenthTenTimes_IsExactlyOne() => Assert.Equal(Money.FromUsd(1), Enumerable.Repeat(Money.FromUsd(0.1m), 10).Sum());

    [Fact]
    public void Sum_OfNothing_IsZero() => Assert.Equal(Money.Zero, Array.Empty<Money>().Sum());

    [Fact]
    public void B62_Sum_OfParts_IsTheWholeInAnyOrder() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), cents =>
        {
            var parts = cents.Select(cent => Money.FromUsd(cent / 100m)).ToList();

            return parts.Sum() == Money.FromUsd(cents.Sum(cent => (long)cent) / 100m) && parts.Sum() == parts.AsEnumerable().Reverse().Sum();
        }));

    [Fact]
    public void B62_Json_GivesTheSameAmountBack() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<long>(), nanos =>
            JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(new Money(nanos))) == new Money(nanos)));

    [Theory]
    [InlineData("1", "1.000")]
    [InlineData("0.0000000001", "0")]
    [InlineData("4195.2", "4195.20")]
    public void Json_OfEqualAmounts_IsEqualText(string text, string usd)
    {
        var json = JsonSerializer.Serialize(Money.FromUsd(decimal.Parse(usd, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(JsonSerializer.Serialize(JsonSerializer.Deserialize<Money>(text)), json);
    }

    [Fact]
    public void Json_HasNoTrailingZeros() => Assert.Equal("4195.2", JsonSerializer.Serialize(Money.FromUsd(4195.200m)));

    [Theory]
    [InlineData(4195.204, "$4,195.20")]
    [InlineData(-0.5, "-$0.50")]
    [InlineData(0, "$0.00")]
    public void ToString_IsForPeopleInCents(double usd, string text) => Assert.Equal(text, Money.FromUsd((decimal)usd).ToString());

    [Fact]
    public void Arithmetic_BeyondTheRange_ThrowsInsteadOfWrappingRound()
    {
        var most = new Money(Int128.MaxValue);

        Assert.Throws<OverflowException>(() => most + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(Int128.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => -new Money(Int128.MinValue));
        Assert.Throws<OverflowException>(() => most * 2);
        Assert.Throws<OverflowException>(() => Money.FromUsd(80_000_000_000_000_000_000m));
    }

    [Fact]
    public void Comparison_FollowsTheAmount()
    {
        var (less, more) = (Money.FromUsd(-1), Money.FromUsd(0.01m));

        Assert.True(less < more && more > less && less <= more && more >= less && less != more);
        Assert.Equal([less, Money.Zero, more], new[] { more, less, Money.Zero }.Order());
    }

    [Fact]
    public void Times_AFraction_RoundsOnce() => Assert.Equal(333_333_333, (Money.FromUsd(1) * (1m / 3)).NanoUsd);
}
