namespace Portal.Domain.Templates;

/// <summary>Every Ref, GetAtt and Sub of a resolved template reaches something that is there.</summary>
internal static class ReferenceCheck
{
    private static readonly HashSet<string> Pseudo =
    [
        "AWS::AccountId", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix",
    ];

    /// <summary>The parameters that the resources and outputs refer to; throws where a reference leads nowhere.</summary>
    public static IReadOnlySet<string> UsedParameters(TemplateModule module, TemplateMap resources, TemplateMap outputs)
    {
        var parameters = module.Parameters.Select(parameter => parameter.Name).ToHashSet();
        var used = new HashSet<string>();
        foreach (var (path, target, isAttribute) in References(resources, "Resources").Concat(References(outputs, "Outputs")))
        {
            if (resources[target] is not null || (!isAttribute && Pseudo.Contains(target)))
                continue;
            if (isAttribute || !parameters.Contains(target))
                throw new TemplateException(path, $"{target} is switched off or unknown");
            used.Add(target);
        }

        return used;
    }

    /// <summary>Where a tree refers to something: the path, the name, and whether an attribute of it is meant.</summary>
    public static IEnumerable<(string Path, string Target, bool IsAttribute)> References(TemplateNode node, string path)
    {
        if (node is TemplateList list)
            return list.Items.SelectMany((item, i) => References(item, $"{path}/{i}"));
        if (node is not TemplateMap map)
            return [];
        if (!map.IsFunction(out var name, out var argument))
            return map.Entries.SelectMany(entry => References(entry.Value, $"{path}/{entry.Key}"));
        return (name, argument) switch
        {
            ("Ref", TemplateScalar target) => [(path, target.Text, false)],
            ("Fn::GetAtt", TemplateList { Items: [TemplateScalar target, _] }) => [(path, target.Text, true)],
            ("Fn::Sub", _) => InText(argument, path),
            _ => References(argument, path),
        };
    }

    private static IEnumerable<(string Path, string Target, bool IsAttribute)> InText(TemplateNode argument, string path)
    {
        var (text, names) = SubTemplate.Of(argument, path);
        return SubTemplate.Names(text).Where(name => names[name] is null)
            .Select(name => (path, name.Split('.')[0], name.Contains('.')))
            .Concat(names.Entries.SelectMany(entry => References(entry.Value, path)));
    }
}
