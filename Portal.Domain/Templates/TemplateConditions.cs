namespace Portal.Domain.Templates;

/// <summary>The truth of a module's conditions for given parameters. All are evaluated, so that a broken one is found even where nothing uses it.</summary>
internal sealed class TemplateConditions
{
    private readonly TemplateMap _source;
    private readonly Dictionary<string, bool> _known = [];
    private readonly HashSet<string> _open = [];

    public TemplateConditions(TemplateModule module, IReadOnlyDictionary<string, TemplateValue> parameters, StackScope scope)
    {
        _source = module.Root.Section("Conditions");
        Values = new(module, parameters, scope, IsTrue);
        foreach (var (name, _) in _source.Entries)
            IsTrue(name, "Conditions");
    }

    public StaticEvaluator Values { get; }

    public bool IsTrue(string name, string path)
    {
        if (_known.TryGetValue(name, out var known))
            return known;
        var node = _source[name] ?? throw new TemplateException(path, $"there is no condition {name}");
        if (!_open.Add(name))
            throw new TemplateException($"Conditions/{name}", "the condition depends on itself: a cycle");
        var value = Evaluate(node, $"Conditions/{name}");
        _open.Remove(name);
        return _known[name] = value;
    }

    private bool Evaluate(TemplateNode node, string path)
    {
        if (node is TemplateMap { Entries: [("Condition", TemplateScalar other)] })
            return IsTrue(other.Text, path);
        if (!node.IsFunction(out var name, out var argument) || argument is not TemplateList { Items: var items })
            throw new TemplateException(path, "a condition is Fn::Equals, Fn::Not, Fn::And, Fn::Or or another condition");
        return (name, items.Length) switch
        {
            ("Fn::Equals", 2) => AreEqual(Values.Evaluate(items[0], path), Values.Evaluate(items[1], path), path),
            ("Fn::Not", 1) => !Evaluate(items[0], path),
            // No short circuit: every operand is decided, so that a broken one is found.
            ("Fn::And", >= 2 and <= 10) => items.Select(item => Evaluate(item, path)).ToList().TrueForAll(value => value),
            ("Fn::Or", >= 2 and <= 10) => items.Select(item => Evaluate(item, path)).ToList().Exists(value => value),
            _ => throw new TemplateException(path, $"{name} does not take {items.Length} operands, or is no condition"),
        };
    }

    private static bool AreEqual(StaticValue left, StaticValue right, string path) => (left, right) switch
    {
        (StaticValue.One a, StaticValue.One b) => a.Text == b.Text,
        (StaticValue.Many a, StaticValue.Many b) => a.Items.SequenceEqual(b.Items),
        (StaticValue.Later, StaticValue.One { Text: "" }) or (StaticValue.One { Text: "" }, StaticValue.Later) => false,
        (StaticValue.Later later, _) => throw new TemplateException(path, StaticEvaluator.Undecided(later)),
        (_, StaticValue.Later later) => throw new TemplateException(path, StaticEvaluator.Undecided(later)),
        _ => false,
    };
}
