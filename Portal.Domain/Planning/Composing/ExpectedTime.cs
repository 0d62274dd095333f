using Portal.Domain.Facts;
using Portal.Domain.Templates;

namespace Portal.Domain.Planning.Composing;

/// <summary>How long a stack takes to come up: the longest path through its resources by typical times (facts, provisioning-times.csv).</summary>
internal static class ExpectedTime
{
    /// <summary>A type without a measured or estimated time takes what small settings take: some seconds.</summary>
    private const decimal OtherMinutes = 0.05m;

    public static int Seconds(ResolvedTemplate template, AwsFacts facts)
    {
        var resources = template.Root.Section("Resources");
        var done = new Dictionary<string, decimal>(StringComparer.Ordinal);
        return (int)Math.Ceiling(60 * template.ResourceTypes.Keys.Max(id => Finished(id, resources, done, resource => Own(resource, template, facts))));
    }

    private static decimal Finished(string id, TemplateMap resources, Dictionary<string, decimal> done, Func<TemplateMap, decimal> own)
    {
        if (!done.TryGetValue(id, out var minutes))
        {
            var resource = (TemplateMap)resources[id]!;
            minutes = own(resource) + Before(resource).Where(other => resources[other] is not null && other != id).Select(other => Finished(other, resources, done, own)).DefaultIfEmpty(0).Max();
            done[id] = minutes;
        }

        return minutes;
    }

    private static IEnumerable<string> Before(TemplateMap resource) =>
        ReferenceCheck.References(resource, "").Select(reference => reference.Target).Concat(resource["DependsOn"] switch
        {
            TemplateScalar one => [one.Text],
            TemplateList list => list.Items.OfType<TemplateScalar>().Select(item => item.Text),
            _ => [],
        });

    private static decimal Own(TemplateMap resource, ResolvedTemplate template, AwsFacts facts)
    {
        var type = resource.Text("Type") ?? "";
        return facts.TypicalMinutes.TryGetValue((type, Operation(type, resource.Section("Properties"), template)), out var special) ? special
            : facts.TypicalMinutes.TryGetValue((type, "create"), out var minutes) ? minutes : OtherMinutes;
    }

    /// <summary>Instances of a database take their time by what they are: a copy of what stands in another region, a part of a cluster, a pair, or alone.</summary>
    private static string Operation(string type, TemplateMap properties, ResolvedTemplate template) => type switch
    {
        "AWS::RDS::DBInstance" when properties["SourceDBInstanceIdentifier"] is { } source && !IsHere(source, template) => "create-cross-region-replica",
        "AWS::RDS::DBInstance" when properties["DBClusterIdentifier"] is not null => "create-aurora-instance",
        "AWS::RDS::DBInstance" when IsTrue(properties["MultiAZ"], template) => "create-multi-az",
        _ => "create",
    };

    private static bool IsHere(TemplateNode source, ResolvedTemplate template) => ReferenceCheck.References(source, "").Any(reference => template.ResourceTypes.ContainsKey(reference.Target));

    private static bool IsTrue(TemplateNode? value, ResolvedTemplate template) => value switch
    {
        TemplateScalar text => text.Text == "true",
        TemplateMap map when map.IsFunction(out var name, out var argument) && (name, argument) is ("Ref", TemplateScalar parameter) => template.Parameters.GetValueOrDefault(parameter.Text) is TemplateValue.Known { Value: "true" },
        _ => false,
    };
}
