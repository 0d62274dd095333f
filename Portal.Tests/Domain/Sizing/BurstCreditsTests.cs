using Portal.Domain.Sizing;

namespace Portal.Tests.Domain.Sizing;

public sealed class BurstCreditsTests
{
    [Theory]
    [InlineData(20, 16, 16, 4, true)] // mean exactly at 80 % of the baseline
    [InlineData(20, 16.1, 16.1, 4, false)]
    [InlineData(20, 10, 70, 4, true)] // spends 50 x 4 = 200, earns 10 x 20 = 200
    [InlineData(20, 10, 70.1, 4, false)]
    [InlineData(20, 5, 20, 24, true)] // a season's day: all peak, within the baseline
    [InlineData(20, 5, 20.1, 24, false)]
    public void Carry_ComparesWhatADaySpendsWithWhatItEarns(double baseline, double mean, double peak, double hours, bool expected) =>
        Assert.Equal(expected, BurstCredits.Carry((decimal)baseline, (decimal)mean, (decimal)peak, (decimal)hours));

    [Theory]
    [InlineData(20, true)]
    [InlineData(20.1, false)]
    public void Carry_EarnsNothingWhileStopped(double peak, bool expected) => Assert.Equal(expected, BurstCredits.Carry(20, 5, (decimal)peak, 10, 10));
}
