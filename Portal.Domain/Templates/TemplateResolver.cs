using System.Text;

namespace Portal.Domain.Templates;

/// <summary>Turns a module and its parameters into the plain template that is signed and deployed.</summary>
/// <remarks>
/// bind, conditions, drop, walk (choose branches, fold mappings), check, prune, emit. References to parameters stay references: what a
/// person typed is never written into a template. The same input gives the same bytes.
/// </remarks>
public static class TemplateResolver
{
    private static readonly string[] Kept = ["AWSTemplateFormatVersion", "Description", "Parameters", "Resources", "Outputs"];

    /// <exception cref="TemplateException">The values do not fit the module, or the module is broken for them.</exception>
    public static ResolvedTemplate Resolve(
        TemplateModule module, IReadOnlyDictionary<string, TemplateValue> parameters, StackScope scope)
    {
        var bound = ParameterBinding.Bind(module, parameters);
        var conditions = new TemplateConditions(module, bound, scope);
        var branches = new BranchChooser(conditions);
        var stage = !scope.KeepsData && bound.GetValueOrDefault("Stage") is TemplateValue.Known known ? known.Value : "";

        var resources = ResourceSection.Resolve(module.Root.Section("Resources"), branches, stage);
        var outputs = branches.Section(module.Root.Section("Outputs"), "Outputs");
        var used = ReferenceCheck.UsedParameters(module, resources, outputs);

        var root = Assemble(module.Root, used, resources, outputs);
        var body = TemplateWriter.Write(root);
        return new()
        {
            Body = body,
            Root = root,
            Parameters = Only(bound, used),
            Outputs = [.. outputs.Entries.Select(entry => entry.Key)],
            ResourceTypes = Types(resources),
            Capabilities = TemplateCapabilities.Of(root),
            Bytes = Encoding.UTF8.GetByteCount(body),
        };
    }

    private static TemplateMap Assemble(TemplateMap source, IReadOnlySet<string> used, TemplateMap resources, TemplateMap outputs)
    {
        var parts = new Dictionary<string, TemplateNode?>
        {
            ["AWSTemplateFormatVersion"] = new TemplateScalar("2010-09-09"),
            ["Description"] = source["Description"],
            ["Parameters"] = Declarations(source.Section("Parameters"), used),
            ["Resources"] = resources,
            ["Outputs"] = outputs,
        };
        return new([.. Kept.Where(key => parts[key] is TemplateScalar or TemplateMap { Entries.Length: > 0 })
            .Select(key => KeyValuePair.Create(key, parts[key]!))]);
    }

    // A kept default would be judged as a value (an empty ARN, say), and every value is passed anyway.
    private static TemplateMap Declarations(TemplateMap parameters, IReadOnlySet<string> used) =>
        new([.. parameters.Entries.Where(entry => used.Contains(entry.Key))
            .Select(entry => KeyValuePair.Create(entry.Key, (TemplateNode)((TemplateMap)entry.Value).Without("Default")))]);

    private static SortedDictionary<string, TemplateValue> Only(IReadOnlyDictionary<string, TemplateValue> bound, IReadOnlySet<string> used) =>
        new(bound.Where(entry => used.Contains(entry.Key)).ToDictionary(), StringComparer.Ordinal);

    private static OrderedDictionary<string, string> Types(TemplateMap resources) =>
        new(resources.Entries.Select(entry => KeyValuePair.Create(entry.Key, ((TemplateMap)entry.Value).Text("Type") ?? "")));
}
