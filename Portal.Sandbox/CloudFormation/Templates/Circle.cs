namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>Resources that wait for each other: what is left when everything that can be created has been.</summary>
public static class Circle
{
    public static IReadOnlyList<string> Find(Template template)
    {
        var waiting = template.Resources.ToDictionary(r => r.Key, r => References.Dependencies(template, r.Value));
        while (waiting.Where(w => !w.Value.Any(waiting.ContainsKey)).Select(w => w.Key).ToList() is { Count: > 0 } free)
        {
            foreach (var name in free) waiting.Remove(name);
        }

        return [.. waiting.Keys.Order(StringComparer.Ordinal)];
    }
}
