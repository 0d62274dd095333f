using System.Collections.Immutable;

namespace Portal.Domain.Templates;

/// <summary>Walks what is left of a template: takes the branch of each Fn::If without looking at the other, removes NoValue, folds FindInMap.</summary>
internal sealed class BranchChooser(TemplateConditions conditions)
{
    /// <summary>The entries of a section whose Condition holds, walked, without that attribute.</summary>
    public TemplateMap Section(TemplateMap section, string path)
    {
        var kept = ImmutableArray.CreateBuilder<KeyValuePair<string, TemplateNode>>();
        foreach (var (name, node) in section.Entries)
        {
            var entry = (TemplateMap)node;
            var here = $"{path}/{name}";
            if (entry.Text("Condition") is { } condition && !conditions.IsTrue(condition, here))
                continue;
            kept.Add(new(name, Walk(entry.Without("Condition"), here) ?? TemplateMap.Empty));
        }

        return new(kept.ToImmutable());
    }

    /// <summary>The node with its decisions taken; null is AWS::NoValue, so the caller leaves it out.</summary>
    private TemplateNode? Walk(TemplateNode node, string path) => node switch
    {
        TemplateList list => new TemplateList([.. list.Items.Select((item, i) => Walk(item, $"{path}/{i}")).OfType<TemplateNode>()]),
        TemplateMap map when map.IsFunction(out var name, out var argument) => Call(map, name, argument, path),
        TemplateMap map => WalkMap(map, path),
        _ => node,
    };

    private TemplateMap WalkMap(TemplateMap map, string path)
    {
        var kept = ImmutableArray.CreateBuilder<KeyValuePair<string, TemplateNode>>(map.Entries.Length);
        foreach (var (key, value) in map.Entries)
            if (Walk(value, $"{path}/{key}") is { } walked)
                kept.Add(new(key, walked));
        return new(kept.ToImmutable());
    }

    private TemplateNode? Call(TemplateMap call, string name, TemplateNode argument, string path) => (name, argument) switch
    {
        ("Ref", TemplateScalar { Text: "AWS::NoValue" }) => null,
        ("Fn::If", TemplateList { Items: [TemplateScalar condition, var yes, var no] }) =>
            Walk(conditions.IsTrue(condition.Text, path) ? yes : no, path),
        ("Fn::If", _) => throw new TemplateException(path, "Fn::If takes a condition's name and two branches"),
        ("Fn::FindInMap", TemplateList { Items: [var map, var first, var second] }) => conditions.Values.FindInMap(map, first, second, path),
        ("Fn::FindInMap", _) => throw new TemplateException(path, "Fn::FindInMap takes a mapping and two keys"),
        ("Fn::Equals" or "Fn::Not" or "Fn::And" or "Fn::Or", _) => throw new TemplateException(path, $"{name} belongs in Conditions"),
        _ => WalkMap(call, path) is { Entries.Length: 1 } walked ? walked : throw new TemplateException(path, $"{name} is left without an argument"),
    };
}
