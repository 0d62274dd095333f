using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>What a plan looks at: a metric of an alarm, or a kind of event that a rule waits for.</summary>
/// <param name="Metric">Namespace and name, or source and detail type.</param>
/// <param name="Of">What it is measured of: values by dimension, or by the field of the event.</param>
/// <param name="Tells">Whom it tells, as <see cref="PlannedStack.Value"/> says it.</param>
internal sealed record Watch(PlannedResource By, string Metric, IReadOnlyDictionary<string, string?> Of, IReadOnlyList<string?> Tells)
{
    public string Region => By.Stack.Plan.Region;

    public bool IsOf(IReadOnlyDictionary<string, string> thing) => thing.All(part => Of.GetValueOrDefault(part.Key) == part.Value);

    public static IEnumerable<Watch> In(VariedPlan plan) => PlannedStack.In(plan).SelectMany(stack => stack.Resources).SelectMany(resource => resource.Type switch
    {
        "AWS::CloudWatch::Alarm" => Metrics(resource),
        "AWS::Events::Rule" => Events(resource),
        _ => [],
    });

    /// <summary>As many as the alarm is paid for.</summary>
    public static IEnumerable<Watch> Metrics(PlannedResource alarm)
    {
        var tells = Texts(alarm, alarm.Properties["AlarmActions"]);
        IEnumerable<TemplateMap> metrics = alarm.Properties["Metrics"] is TemplateList queries
            ? queries.Items.Cast<TemplateMap>().Select(query => query.Section("MetricStat").Section("Metric")).Where(metric => metric.Entries.Length > 0)
            : [alarm.Properties];
        return metrics.Select(metric => new Watch(alarm, $"{metric.Text("Namespace")} {metric.Text("MetricName")}", Dimensions(alarm, metric), tells));
    }

    private static IEnumerable<Watch> Events(PlannedResource rule)
    {
        var pattern = rule.Properties.Section("EventPattern");
        var of = pattern.Section("detail").Entries.Append(new("resources", pattern["resources"] ?? new TemplateList([])))
            .Where(field => field.Value is TemplateList { Items: [not TemplateMap { Entries: [("anything-but", _)] }, ..] })
            .ToDictionary(field => field.Key, field => rule.Stack.Value(((TemplateList)field.Value).Items[0]));
        var tells = (rule.Properties["Targets"] as TemplateList)!.Items.Select(target => rule.Stack.Value(((TemplateMap)target)["Arn"])).ToList();
        return Texts(rule, pattern["source"]).SelectMany(source => Texts(rule, pattern["detail-type"]).Select(type => new Watch(rule, $"{source} {type}", of, tells)));
    }

    private static Dictionary<string, string?> Dimensions(PlannedResource alarm, TemplateMap metric) =>
        ((TemplateList)metric["Dimensions"]!).Items.Cast<TemplateMap>().ToDictionary(dimension => dimension.Text("Name")!, dimension => alarm.Stack.Value(dimension["Value"]));

    private static List<string?> Texts(PlannedResource resource, TemplateNode? list) => [.. (list as TemplateList)?.Items.Select(resource.Stack.Value) ?? []];
}
