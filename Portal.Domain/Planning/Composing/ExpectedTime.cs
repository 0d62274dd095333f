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
        var operation = template.Parameters.GetValueOrDefault("MultiAz") is TemplateValue.Known { Value: "true" } ? "create-multi-az" : "create";
        return (int)Math.Ceiling(60 * template.ResourceTypes.Keys.Max(id => Finished(id, resources, done, resource => Own(resource, operation, facts))));
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

    private static decimal Own(TemplateMap resource, string operation, AwsFacts facts)
    {
        var type = resource.Text("Type") ?? "";
        return facts.TypicalMinutes.TryGetValue((type, operation), out var special) ? special
            : facts.TypicalMinutes.TryGetValue((type, "create"), out var minutes) ? minutes : OtherMinutes;
    }
}
