using Portal.Domain.Facts;
using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

public sealed class RecoveryRulesTests
{
    private readonly RecoveryRules rules = new(AwsFacts.Embedded);

    [Fact]
    public void RdsRestore_IsDecisionAndRestoreBySizeAndRepointing() =>
        Assert.Equal(new RecoveryTime(300, 300 + 600 + (4 * 120) + 100), rules.RdsRestore(120));

    [Fact]
    public void Rds_WithAStandby_LosesNothing() => Assert.Equal(new RecoveryTime(0, 120), rules.Rds(multiAz: true, 120));

    [Fact]
    public void Rds_WithoutAStandby_IsRestored() => Assert.Equal(rules.RdsRestore(120), rules.Rds(multiAz: false, 120));

    [Theory]
    [InlineData(1, 300 + 900)]
    [InlineData(2, 90)]
    [InlineData(3, 90)]
    public void Fleet_InOneZone_WaitsForPeopleAndBoot(int zones, int expected) => Assert.Equal(new RecoveryTime(0, expected), rules.Fleet(zones));

    [Theory]
    [InlineData(true, 2, 300)]
    [InlineData(false, 2, 0)]
    [InlineData(true, 1, 0)]
    public void Nat_WhenShared_WaitsForARoute(bool shared, int zones, int expected) => Assert.Equal(new RecoveryTime(0, expected), rules.Nat(shared, zones));

    [Fact]
    public void Slowest_TakesTheWorstOfEach() =>
        Assert.Equal(new RecoveryTime(300, 120), RecoveryRules.Slowest([new(0, 120), new(300, 90)]));
}
