namespace Portal.Domain.Templates;

/// <summary>Something that keeps a module from being well-formed and documented.</summary>
/// <param name="Path">Where in the file, as <c>Resources/Vpc</c>; empty for the whole file.</param>
public sealed record TemplateProblem(string Module, string Path, string Text)
{
    public override string ToString() => Path.Length == 0 ? $"{Module}: {Text}" : $"{Module}: {Path}: {Text}";
}

/// <summary>The house rules for modules: readable as a template, documented, plain, nothing unused.</summary>
public static class TemplateCheck
{
    /// <summary>Problems of every embedded file, sorted by module; empty where all is well.</summary>
    public static IReadOnlyList<TemplateProblem> CheckAll() =>
        [.. TemplateCatalogue.Sources().SelectMany(file => CheckSource(file.Name, file.Source))];

    /// <summary>As <see cref="Check"/>, for a text that may not even be readable.</summary>
    public static IReadOnlyList<TemplateProblem> CheckSource(string name, string source)
    {
        try
        {
            return Check(ModuleReader.Read(name, source));
        }
        catch (TemplateException e)
        {
            return [new(name, e.Path, e.Problem)];
        }
    }

    public static IReadOnlyList<TemplateProblem> Check(TemplateModule module) =>
        [.. Documented(module).Concat(Plain(module)).Concat(Used(module))
            .Select(problem => new TemplateProblem(module.Name, problem.Path, problem.Text))];

    private static IEnumerable<(string Path, string Text)> Documented(TemplateModule module)
    {
        if (module.Description.Length == 0)
            yield return ("Description", "says nothing of what the stack is");
        if (module.Title.Length == 0)
            yield return ("Metadata/Portal/Title", "is missing");
        if (module.GuideSteps.Count == 0)
            yield return ("Metadata/Portal/Guide", "names no step of the guide");
        foreach (var parameter in module.Parameters.Where(parameter => parameter.Description.Length == 0))
            yield return ($"Parameters/{parameter.Name}", "has no Description");
        foreach (var resource in module.Resources.Where(resource => resource.Purpose.Length == 0))
            yield return ($"Resources/{resource.LogicalId}", "has no Metadata.Portal.Purpose");
        foreach (var output in module.Outputs.Where(output => output.Description.Length == 0))
            yield return ($"Outputs/{output.Name}", "has no Description");
        foreach (var name in module.ForPeople.Where(name => module.Outputs.All(output => output.Name != name)))
            yield return ("Metadata/Portal/ForPeople", $"{name} is no output");
    }

    // Aliases, merge keys, macros and functions that need one do not get past the reader.
    private static IEnumerable<(string Path, string Text)> Plain(TemplateModule module)
    {
        if (module.Root.Text("AWSTemplateFormatVersion") != "2010-09-09")
            yield return ("AWSTemplateFormatVersion", "is '2010-09-09'");
        if (module.Resources.Count == 0)
            yield return ("Resources", "a module makes at least one resource");
        foreach (var (name, node) in module.Root.Section("Outputs").Entries)
            if (((TemplateMap)node)["Export"] is not null)
                yield return ($"Outputs/{name}/Export", "stacks are wired by parameters, not by exports");
        foreach (var (name, node) in module.Root.Section("Resources").Entries)
            foreach (var problem in Kept((TemplateMap)node, $"Resources/{name}"))
                yield return problem;
    }

    private static IEnumerable<(string Path, string Text)> Kept(TemplateMap resource, string path)
    {
        foreach (var policy in new[] { "DeletionPolicy", "UpdateReplacePolicy" })
            if (resource[policy] is not (null or TemplateScalar))
                yield return ($"{path}/{policy}", "takes no function");
        if (resource.Text("DeletionPolicy") != resource.Text("UpdateReplacePolicy"))
            yield return ($"{path}/UpdateReplacePolicy", "is not the DeletionPolicy: a replacement would treat the data otherwise than a deletion");
        foreach (var (stage, policy) in resource.Section("Metadata").Section("Portal").Section("DeletionPolicy").Entries)
            if (stage is not ("development" or "staging" or "production") || policy is not TemplateScalar { Text: "Delete" or "Retain" or "Snapshot" })
                yield return ($"{path}/Metadata/Portal/DeletionPolicy/{stage}", "is a stage with Delete, Retain or Snapshot");
    }

    private static IEnumerable<(string Path, string Text)> Used(TemplateModule module)
    {
        var referred = module.Root.Entries.SelectMany(section => ReferenceCheck.References(section.Value, section.Key)).ToList();
        var used = referred.Select(reference => reference.Target).ToHashSet();
        foreach (var parameter in module.Parameters.Where(parameter => !used.Contains(parameter.Name)))
            yield return ($"Parameters/{parameter.Name}", "is used nowhere");

        var conditions = ConditionNames(module.Root).ToHashSet();
        foreach (var (name, _) in module.Root.Section("Conditions").Entries.Where(entry => !conditions.Contains(entry.Key)))
            yield return ($"Conditions/{name}", "is used nowhere");
        foreach (var (path, target, _) in referred.Where(reference => !IsKnown(module, reference.Target)))
            yield return (path, $"{target} is unknown");
    }

    private static bool IsKnown(TemplateModule module, string name) =>
        name.StartsWith("AWS::", StringComparison.Ordinal)
        || module.Parameters.Any(parameter => parameter.Name == name)
        || module.Resources.Any(resource => resource.LogicalId == name);

    private static IEnumerable<string> ConditionNames(TemplateNode node) => node switch
    {
        TemplateList list => list.Items.SelectMany(ConditionNames),
        TemplateMap { Entries: [("Fn::If", TemplateList { Items: [TemplateScalar name, ..] } call)] } =>
            call.Items.SelectMany(ConditionNames).Prepend(name.Text),
        TemplateMap map => map.Entries.SelectMany(entry =>
            entry is ("Condition", TemplateScalar name) ? [name.Text] : ConditionNames(entry.Value)),
        _ => [],
    };
}
