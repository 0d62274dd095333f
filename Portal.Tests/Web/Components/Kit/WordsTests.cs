using Portal.Domain.Costs;
using Portal.Web.Components.Kit;

namespace Portal.Tests.Web.Components.Kit;

public sealed class WordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(4195.4, "$4,195")]
    [InlineData(12.3, "$12.30")]
    [InlineData(-250, "-$250")]
    [InlineData(0.0104, "$0.01")]
    [InlineData(0.000026, "$0.000026")]
    [InlineData(0, "$0")]
    public void Money_IsWrittenAsPeopleReadIt(double usd, string words) => Assert.Equal(words, MoneyWords.Of(Money.FromUsd((decimal)usd)));

    [Theory]
    [InlineData(2, "just now")]
    [InlineData(45, "45 s ago")]
    [InlineData(600, "10 min ago")]
    [InlineData(7200, "2 h ago")]
    [InlineData(259200, "3 days ago")]
    [InlineData(-3600, "in 60 min")]
    public void Ago_NamesTheLargestUnitThatSaysEnough(int secondsAgo, string words) => Assert.Equal(words, TimeWords.Ago(Now.AddSeconds(-secondsAgo), Now));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1480, "24 min 40 s")]
    [InlineData(86400, "1 day")]
    [InlineData(3900, "1 h 5 min")]
    public void Exact_DoesNotRoundAPromise(long seconds, string words) => Assert.Equal(words, TimeWords.Exact(seconds));
}
