using Portal.Domain.Facts;
using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

/// <summary>Arithmetic that others have published. Sources: AWS Well-Architected, Reliability Pillar, "Availability"; AWS whitepaper "Availability and Beyond"; Little (1961).</summary>
public sealed class AvailabilityArithmeticTests
{
    [Theory]
    [InlineData(99.0, 5256)] // 3 days 15 hours
    [InlineData(99.9, 525.6)] // 8 hours 45 minutes
    [InlineData(99.95, 262.8)] // 4 hours 22 minutes
    [InlineData(99.99, 52.56)] // 52 minutes
    [InlineData(99.999, 5.256)] // 5 minutes
    public void AYearOfANine_HasTheMinutesOfTheReliabilityPillar(double percent, double minutes) =>
        Assert.Equal((decimal)minutes, FailureMode.SecondsAYear / 60 * (100 - (decimal)percent) / 100);

    [Theory]
    [InlineData(2, 99.98)]
    [InlineData(3, 99.97)] // the pillar: an application of 99.99 with two hard dependencies of 99.99
    public void HardDependencies_Multiply(int parts, double expected) =>
        Assert.Equal((decimal)expected, Floor.Of(Enumerable.Repeat(new PathPart("part", 99.99m), parts)));

    [Theory]
    [InlineData(2, 0.0001)]
    [InlineData(3, 0.000001)]
    public void RedundantParts_AreDownTogetherAsThePowerOfOne(int parts, double expected) =>
        Assert.Equal((decimal)expected, Redundancy.Shortage(parts, 1, 0.01m), 15);

    [Fact]
    public void PartsWithoutASpare_LoseWhatOneLoses() => Assert.Equal(0.01m, Redundancy.Shortage(7, 7, 0.01m), 15);

    [Fact]
    public void LittlesLaw_TheMeanNumberOfInstancesMissingIsRateTimesStay()
    {
        // L = lambda x W: with all needed, the share missing times the number is the mean number in replacement.
        var design = new ModelledDesign { Zones = 2, Running = 20, Needed = 20 };

        var mode = new FailureModel(AwsFacts.Embedded).Modes(design).Single(mode => mode.Mode == "instance failure, too few until replaced");

        Assert.Equal(mode.EventsAYear * mode.SecondsDown / FailureMode.SecondsAYear, mode.Lost * design.Running, 7);
    }
}
