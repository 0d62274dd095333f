using System.Text.Json;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Resources;

namespace Portal.Sandbox.CloudFormation.ChangeSets;

/// <summary>What an input would change in a stack, before it does.</summary>
/// <param name="HasChanges">True also where only outputs or stack tags differ.</param>
public sealed record ChangePlan(IReadOnlyList<ResourceChange> Changes, bool HasChanges);

public sealed class ChangePlanner(StackTables tables, StackEvaluation evaluation)
{
    public ChangePlan Plan(StackState stack, StackInput input)
    {
        var template = Template.Parse(input.Template);
        var moving = new HashSet<string>();
        var evaluator = evaluation.Of(stack, input, template, name => moving.Contains(name) ? null : Existing(stack, name)?.Values(stack));
        var wanted = Ordered(template).Where(r => evaluator.IsOn(template.Resources[r].Condition)).ToList();
        var changes = new List<ResourceChange>();
        foreach (var name in wanted)
        {
            if (Change(stack, input, template, evaluator, name) is not { } change) continue;
            changes.Add(change);
            if (change.Action == "Add" || change.Replacement is "True" or "Conditional") moving.Add(name);
        }

        changes.AddRange(tables.Resources.In(stack.Id).Where(r => Existing(stack, r.LogicalId) is not null && !wanted.Contains(r.LogicalId)).Select(Removal));
        var outputs = StackOutputs.Of(template, evaluator);
        var others = JsonSerializer.Serialize(outputs) != JsonSerializer.Serialize(stack.Outputs) || JsonSerializer.Serialize(input.Tags) != JsonSerializer.Serialize(stack.Input?.Tags ?? []);
        return new ChangePlan([.. changes.OrderBy(c => c.LogicalId, StringComparer.Ordinal)], changes.Count > 0 || others);
    }

    private ResourceState? Existing(StackState stack, string name) =>
        tables.Resources.Find(stack.Id, name) is { PhysicalId: not null, Status: not (StackStatus.CreateFailed or StackStatus.DeleteComplete or StackStatus.DeleteSkipped) } existing ? existing : null;

    private ResourceChange? Change(StackState stack, StackInput input, Template template, Evaluator evaluator, string name)
    {
        var declaration = template.Resources[name];
        var properties = evaluator.Evaluate(declaration.Properties);
        if (Existing(stack, name) is not { } before) return new ResourceChange { Action = "Add", LogicalId = name, Type = declaration.Type };
        var differences = PropertyDiff.Between(declaration.Type, before.PropertyNode, properties);
        var tags = ResourceCatalogue.Get(declaration.Type).TakesTags && before.StackTags != JsonSerializer.Serialize(input.Tags);
        var metadata = before.Metadata != (declaration.Metadata is { } m ? evaluator.Evaluate(m).ToJson() : null);
        if (differences.Count == 0 && !tags && !metadata) return null;
        return new ResourceChange
        {
            Action = "Modify", LogicalId = name, PhysicalId = before.PhysicalId, Type = declaration.Type,
            Replacement = differences.Any(d => d.Recreation == "Always") ? "True" : differences.Any(d => d.Recreation == "Conditionally") ? "Conditional" : "False",
            PolicyAction = differences.Any(d => d.Recreation == "Always") ? "ReplaceAnd" + (declaration.UpdateReplacePolicy ?? "Delete") : null,
            Scope = [.. new[] { metadata ? "Metadata" : null, differences.Count > 0 ? "Properties" : null, tags ? "Tags" : null }.OfType<string>()],
            Details = [.. differences.Select(d => Detail(d, template, declaration)), .. tags ? [new ChangeDetail("Tags", null, null, "Static", "DirectModification", null)] : Array.Empty<ChangeDetail>()],
        };
    }

    private static ChangeDetail Detail(PropertyChange change, Template template, ResourceDeclaration declaration)
    {
        var references = declaration.Properties[change.Property] is { } expression ? References.In(expression).ToList() : [];
        var (source, cause) = references.FirstOrDefault(r => template.Resources.ContainsKey(r.Name)) is { } resource && change.IsDynamic
            ? resource.Attribute is { Length: > 0 } a ? ("ResourceAttribute", $"{resource.Name}.{a}") : ("ResourceReference", resource.Name)
            : references.FirstOrDefault(r => template.Parameters.ContainsKey(r.Name)) is { } parameter ? ("ParameterReference", parameter.Name) : ("DirectModification", null);
        return new ChangeDetail("Properties", change.Property, change.Recreation, change.IsDynamic ? "Dynamic" : "Static", source, cause);
    }

    private static ResourceChange Removal(ResourceState resource) => new()
    {
        Action = "Remove", LogicalId = resource.LogicalId, PhysicalId = resource.PhysicalId, Type = resource.Type, PolicyAction = resource.DeletionPolicy ?? "Delete",
    };

    /// <summary>Producers before consumers, so that a replacement is known where its new id is used.</summary>
    private static List<string> Ordered(Template template)
    {
        var done = new HashSet<string>();
        var result = new List<string>();
        void Visit(string name)
        {
            if (!done.Add(name)) return;
            foreach (var dependency in References.Dependencies(template, template.Resources[name]).Order(StringComparer.Ordinal)) Visit(dependency);
            result.Add(name);
        }

        foreach (var name in template.Resources.Keys) Visit(name);
        return result;
    }
}
