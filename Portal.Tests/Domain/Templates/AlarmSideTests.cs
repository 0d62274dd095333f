using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates;

/// <summary>An alarm that compares the wrong way round looks well for as long as it is needed.</summary>
public sealed class AlarmSideTests
{
    /// <summary>Of these little is bad; of everything else much is.</summary>
    private static readonly string[] BadWhenLow = ["HealthyHostCount", "HealthyEndpointCount", "FreeableMemory", "FreeStorageSpace", "HealthCheckStatus", "DaysToExpiry"];

    private static readonly IReadOnlyList<(string Place, TemplateMap Alarm)> Alarms =
        [.. TemplateCatalogue.Load().SelectMany(module => module.Resources.Where(resource => resource.Type == "AWS::CloudWatch::Alarm").Select(resource => ($"{module.Name}/{resource.LogicalId}", module.Root.Section("Resources").Section(resource.LogicalId).Section("Properties"))))];

    [Fact]
    public void Alarms_RingOnTheSideThatHurts()
    {
        Assert.Equal(BadWhenLow.Order(StringComparer.Ordinal), Alarms.Where(each => IsBadWhenLow(each.Alarm)).Select(each => Said(each.Alarm, "MetricName")!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Alarms, each => Assert.StartsWith(IsBadWhenLow(each.Alarm) ? "LessThan" : "GreaterThan", each.Alarm.Text("ComparisonOperator"), StringComparison.Ordinal));
    }

    /// <summary>Of several readings in a period the worst one counts.</summary>
    [Fact]
    public void LowReadings_AreTakenAtTheirLowest() =>
        Assert.All(Alarms.Where(each => IsBadWhenLow(each.Alarm)), each => Assert.Equal((each.Place, "Minimum"), (each.Place, Said(each.Alarm, "Statistic"))));

    [Fact]
    public void Alarms_WaitForNoMoreThanTheyLookAt() => Assert.All(Alarms, each =>
    {
        var (waits, looks) = (Number(each.Alarm, "DatapointsToAlarm") ?? Number(each.Alarm, "EvaluationPeriods"), Number(each.Alarm, "EvaluationPeriods"));
        Assert.True(waits >= 1 && waits <= looks, $"{each.Place} waits for {waits} of {looks}");
    });

    private static bool IsBadWhenLow(TemplateMap alarm) => BadWhenLow.Contains(Said(alarm, "MetricName"));

    /// <summary>Itself, or what it is where the alarm does not wait for a takeover; what a waiting one reckons with, WatchTests reads.</summary>
    private static string? Said(TemplateMap alarm, string name) => alarm[name] is { } node && node.IsFunction(out var function, out var argument) && (function, argument) is ("Fn::If", TemplateList { Items: [_, _, TemplateScalar other] })
        ? other.Text
        : alarm.Text(name);

    private static int? Number(TemplateMap map, string key) => map.Text(key) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
