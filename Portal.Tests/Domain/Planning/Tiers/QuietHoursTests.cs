using System.Globalization;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates.Judges;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>Databases are backed up and restarted at night, away from other backups, and never all at once.</summary>
public sealed class QuietHoursTests
{
    private const int Hour = 60;
    private const int Day = 24 * Hour;

    /// <summary>A job may start in the hour after it is due, and may not start in the hour before a window: https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html</summary>
    private const int Distance = 2 * Hour;

    private static readonly Lazy<IReadOnlyList<Plan>> Plans = new(() => [.. RegionFacts.All.Select(region => Designs.Run(Make.ProductionSheet(("eu-central-1", region.Code), ("connections: 100", "connections: 100, service: rds"), ("monthlyUsd: 2000", "monthlyUsd: 9000"))).Plan).Where(plan => plan.Feasible)]);

    public static TheoryData<string, string> Databases => new()
    {
        { "{ engine: mysql, sizeGb: 50, service: rds, readReplicas: 3 }", "zone: { rpo: 5m, rto: 30m }" },
        { "{ engine: postgresql, sizeGb: 50, service: rds }", "zone: { rpo: 5m, rto: 30m }\n  region: { rpo: 1m, rto: 2h }" },
        { "{ engine: postgresql, sizeGb: 50, readsPerSecond: 9000, writesPerSecond: 3000, service: aurora, readReplicas: 3 }", "zone: { rpo: 5m, rto: 30m }" },
        { "{ engine: postgresql, sizeGb: 50, service: aurora }", "zone: { rpo: 0, rto: 2m }\n  region: { rpo: 1m, rto: 30m }" },
    };

    [Fact]
    public void Windows_LieInTheNightOfTheirRegion()
    {
        Assert.True(Plans.Value.Count > 8, $"only {Plans.Value.Count} regions have plans");
        Assert.All(Plans.Value, plan => Assert.All(Windows(plan), window =>
            Assert.InRange(((window.Start / (double)Hour) + (Designs.Facts.Regions[plan.Regions[0].Region].Longitude / 15) + 24) % 24, 0.5, 5.5)));
    }

    [Fact]
    public void Windows_KeepTheirDistanceFromBackups_EveryFourHoursToo() => Assert.All(Plans.Value, plan =>
    {
        var daily = int.Parse(Text(plan, "backup", "DailyHour"), CultureInfo.InvariantCulture);

        Assert.True(daily % 4 == 0, $"the daily backup at {daily} comes beside those every four hours");
        Assert.True(Windows(plan)[0].End <= Windows(plan)[1].Start);
        Assert.All(Enumerable.Range(0, 6).Select(turn => turn * 4).Append(daily), due => Assert.All(Windows(plan), window =>
            Assert.InRange((window.Start - (due * Hour) + Day) % Day, Distance, Day - (window.End - window.Start))));
    });

    [Theory]
    [MemberData(nameof(Databases))]
    public void EveryDatabase_HasItsWindows_AndItsCopiesAnotherDay(string database, string losses)
    {
        var resources = LinkedEnvironment.Of(Designs.Run(RelationalSheets.With(database, losses))).Section("Resources");
        var databases = resources.Entries.Select(each => (TemplateMap)each.Value).Where(each => each.Text("Type") is "AWS::RDS::DBInstance" or "AWS::RDS::DBCluster").Select(each => each.Section("Properties")).ToList();

        Assert.All(databases, each => Assert.NotNull(each.Text("PreferredMaintenanceWindow")));
        Assert.All(databases.Where(each => each["BackupRetentionPeriod"] is not null), each => Assert.NotNull(each.Text("PreferredBackupWindow")));
        Assert.True(databases.Where(each => each["DBInstanceClass"] is not null).Select(each => each.Text("PreferredMaintenanceWindow")![..3]).Distinct().Count() > 1);
    }

    private static IReadOnlyList<(int Start, int End)> Windows(Plan plan) => [Daily(Text(plan, "relational", "BackupWindow")), Daily(Text(plan, "relational", "MaintenanceWindow").Replace("sun:", "", StringComparison.Ordinal))];

    private static (int Start, int End) Daily(string window) => (Minutes(window.Split('-')[0]), Minutes(window.Split('-')[1]));

    private static int Minutes(string time) => (int)TimeSpan.ParseExact(time, @"hh\:mm", CultureInfo.InvariantCulture).TotalMinutes;

    private static string Text(Plan plan, string module, string parameter) => Assert.IsType<StackParameter.Text>(plan.Stacks.Single(stack => stack.Module == module).Parameters[parameter]).Value;
}
