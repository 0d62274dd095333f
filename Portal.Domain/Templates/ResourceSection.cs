using System.Collections.Immutable;

namespace Portal.Domain.Templates;

/// <summary>What is particular to resources: dependencies on dropped ones go, as do our notes, and a stage may delete its data with the stack.</summary>
internal static class ResourceSection
{
    private static readonly string[] Policies = ["DeletionPolicy", "UpdateReplacePolicy"];

    public static TemplateMap Resolve(TemplateMap source, BranchChooser branches, string stage)
    {
        foreach (var (name, node) in source.Entries)
            CheckPolicies((TemplateMap)node, $"Resources/{name}");
        var kept = branches.Section(source, "Resources");
        return new([.. kept.Entries.Select(entry => KeyValuePair.Create<string, TemplateNode>(
            entry.Key, Finish((TemplateMap)entry.Value, source, kept, stage, $"Resources/{entry.Key}")))]);
    }

    private static void CheckPolicies(TemplateMap resource, string path)
    {
        foreach (var policy in Policies)
            if (resource[policy] is not (null or TemplateScalar))
                throw new TemplateException($"{path}/{policy}", $"{policy} takes no function without the transform AWS::LanguageExtensions");
    }

    private static TemplateMap Finish(TemplateMap resource, TemplateMap source, TemplateMap kept, string stage, string path)
    {
        resource = WithStagePolicy(resource, stage);
        if (resource["DependsOn"] is { } dependsOn)
            resource = WithDependencies(resource, dependsOn, source, kept, path);
        if (resource["Metadata"] is not TemplateMap metadata)
            return resource;
        var rest = metadata.Without("Portal");
        return rest.Entries.IsEmpty ? resource.Without("Metadata") : resource.With("Metadata", rest);
    }

    // DeletionPolicy is a literal in CloudFormation: see docs/adr/0005.
    private static TemplateMap WithStagePolicy(TemplateMap resource, string stage)
    {
        if (resource.Section("Metadata").Section("Portal").Section("DeletionPolicy")[stage] is not { } policy)
            return resource;
        return resource.With("DeletionPolicy", policy).With("UpdateReplacePolicy", policy);
    }

    private static TemplateMap WithDependencies(TemplateMap resource, TemplateNode dependsOn, TemplateMap source, TemplateMap kept, string path)
    {
        var names = dependsOn is TemplateList list ? list.Items : [dependsOn];
        var left = ImmutableArray.CreateBuilder<TemplateNode>();
        foreach (var name in names)
        {
            var target = (name as TemplateScalar)?.Text ?? throw new TemplateException($"{path}/DependsOn", "DependsOn takes names");
            if (source[target] is null)
                throw new TemplateException($"{path}/DependsOn", $"{target} is switched off or unknown");
            if (kept[target] is not null)
                left.Add(name);
        }

        return left.Count switch
        {
            0 => resource.Without("DependsOn"),
            1 => resource.With("DependsOn", left[0]),
            _ => resource.With("DependsOn", new TemplateList(left.ToImmutable())),
        };
    }
}
