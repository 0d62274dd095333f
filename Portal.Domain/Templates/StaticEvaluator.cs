using System.Collections.Immutable;
using System.Globalization;

namespace Portal.Domain.Templates;

/// <summary>Computes operands of conditions and keys of mappings, from parameters, pseudo parameters and mappings only.</summary>
internal sealed class StaticEvaluator(
    TemplateModule module, IReadOnlyDictionary<string, TemplateValue> parameters, StackScope scope, Func<string, string, bool> isTrue)
{
    private readonly TemplateMap _mappings = module.Root.Section("Mappings");
    private readonly HashSet<string> _lists = [.. module.Parameters.Where(parameter => parameter.IsList).Select(parameter => parameter.Name)];
    private readonly HashSet<string> _stored =
        [.. module.Parameters.Where(parameter => parameter.Type.StartsWith("AWS::SSM::", StringComparison.Ordinal)).Select(parameter => parameter.Name)];

    public StaticValue Evaluate(TemplateNode node, string path)
    {
        if (node is TemplateScalar scalar)
            return new StaticValue.One(scalar.Text);
        if (node is TemplateList list)
            return new StaticValue.Many([.. list.Items.Select((item, i) => Text(item, $"{path}/{i}"))]);
        if (!node.IsFunction(out var name, out var argument))
            throw new TemplateException(path, "a mapping is no operand of a condition");
        return (name, argument) switch
        {
            ("Ref", TemplateScalar { Text: var target }) => Reference(target, path),
            ("Fn::FindInMap", TemplateList { Items: [var map, var first, var second] }) =>
                Evaluate(FindInMap(map, first, second, path), path),
            ("Fn::Join", TemplateList { Items: [TemplateScalar separator, var items] }) => Join(separator.Text, items, path),
            ("Fn::Split", TemplateList { Items: [TemplateScalar separator, var text] }) =>
                new StaticValue.Many([.. Text(text, path).Split(separator.Text)]),
            ("Fn::Select", TemplateList { Items: [var index, var items] }) => Select(Text(index, path), Evaluate(items, path), path),
            ("Fn::Sub", _) => Substitute(argument, path),
            ("Fn::If", TemplateList { Items: [TemplateScalar condition, var yes, var no] }) =>
                Evaluate(isTrue(condition.Text, path) ? yes : no, path),
            _ => throw new TemplateException(path, $"{name} is not known before deployment"),
        };
    }

    /// <summary>The value in a mapping: one text or a list.</summary>
    public TemplateNode FindInMap(TemplateNode map, TemplateNode first, TemplateNode second, string path)
    {
        string[] keys = [Text(map, path), Text(first, path), Text(second, path)];
        return _mappings.Section(keys[0]).Section(keys[1])[keys[2]]
            ?? throw new TemplateException(path, $"no ['{string.Join("','", keys)}'] in Mappings");
    }

    private StaticValue Reference(string target, string path)
    {
        if (_stored.Contains(target))
            throw new TemplateException(path, $"{target} is read from Parameter Store and not known before deployment");
        if (parameters.TryGetValue(target, out var value))
            return value switch
            {
                TemplateValue.Known known when _lists.Contains(target) => new StaticValue.Many([.. TemplateParameter.Items(known.Value)]),
                TemplateValue.Known known => new StaticValue.One(known.Value),
                _ => new StaticValue.Later(target),
            };
        return scope.Pseudo(target) is { } text
            ? new StaticValue.One(text)
            : throw new TemplateException(path, $"{target} is not known before deployment");
    }

    private StaticValue Join(string separator, TemplateNode items, string path)
    {
        var parts = items is TemplateList list ? [.. list.Items.Select(item => Evaluate(item, path))] : Spread(Evaluate(items, path));
        if (parts.OfType<StaticValue.Later>().FirstOrDefault() is { } later)
            return later;
        return new StaticValue.One(string.Join(separator, parts.Select(part => Single(part, path))));
    }

    private static ImmutableArray<StaticValue> Spread(StaticValue value) =>
        value is StaticValue.Many many ? [.. many.Items.Select(item => new StaticValue.One(item))] : [value];

    private static StaticValue.One Select(string index, StaticValue items, string path)
    {
        if (items is not StaticValue.Many many)
            throw new TemplateException(path, items is StaticValue.Later later ? Undecided(later) : "Fn::Select takes a list");
        return int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < many.Items.Length
            ? new(many.Items[at])
            : throw new TemplateException(path, $"nonexistent value at index {index}");
    }

    private StaticValue Substitute(TemplateNode argument, string path)
    {
        var (text, names) = SubTemplate.Of(argument, path);
        StaticValue.Later? later = null;
        var result = SubTemplate.Replace(text, name =>
        {
            var value = names[name] is { } given ? Evaluate(given, path) : Reference(name, path);
            later ??= value as StaticValue.Later;
            return value is StaticValue.Later ? "" : Single(value, path);
        });
        return later is not null ? later : new StaticValue.One(result);
    }

    private string Text(TemplateNode node, string path) => Single(Evaluate(node, path), path);

    private static string Single(StaticValue value, string path) => value switch
    {
        StaticValue.One one => one.Text,
        StaticValue.Later later => throw new TemplateException(path, Undecided(later)),
        _ => throw new TemplateException(path, "one text is expected here, not a list"),
    };

    public static string Undecided(StaticValue.Later later) =>
        $"{later.Parameter} is another stack's output: only whether it is given can be decided before deployment";
}
