using System.Text.Json;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Resources;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>What an apply step turns out to be, once the values it depends on exist.</summary>
/// <param name="Wanted">The resource as it shall become.</param>
/// <param name="Refusal">Why CloudFormation or the service says no at once.</param>
public sealed record ApplyDecision(StepAction Action, ResourceState Wanted, ResourceState? Before, string? Refusal)
{
    public bool ChangesNothing => Action == StepAction.Apply;

    public static ApplyDecision Of(StackState stack, string logicalId, Template template, Evaluator evaluator, ResourceState? existing)
    {
        var declaration = template.Resources[logicalId];
        var before = existing is { PhysicalId: not null, Status: not (StackStatus.CreateFailed or StackStatus.DeleteComplete or StackStatus.DeleteSkipped) } ? existing : null;
        var wanted = new ResourceState
        {
            LogicalId = logicalId, Type = declaration.Type, PhysicalId = before?.PhysicalId, Status = before?.Status ?? StackStatus.CreateInProgress, UpdatedAt = stack.Updated ?? stack.Created,
            Properties = before?.Properties ?? "{}", Actual = before?.Actual, Generation = before?.Generation ?? (existing?.Generation + 1 ?? 0),
            DependsOn = [.. References.Dependencies(template, declaration)], DeletionPolicy = declaration.DeletionPolicy, UpdateReplacePolicy = declaration.UpdateReplacePolicy,
            Metadata = declaration.Metadata is { } metadata ? evaluator.Evaluate(metadata).ToJson() : null,
            StackTags = ResourceCatalogue.Get(declaration.Type).TakesTags ? JsonSerializer.Serialize(stack.Input?.Tags) : "",
        };
        try
        {
            var properties = evaluator.Evaluate(declaration.Properties);
            return Decide(wanted with { Properties = properties.ToJson() }, before, properties);
        }
        catch (AwsException e)
        {
            return new ApplyDecision(before is null ? StepAction.Create : StepAction.Update, wanted, before, e.Message);
        }
    }

    private static ApplyDecision Decide(ResourceState wanted, ResourceState? before, Node properties)
    {
        if (before is null) return new ApplyDecision(StepAction.Create, wanted, null, null);
        var changes = PropertyDiff.Between(wanted.Type, before.PropertyNode, properties);
        if (before.Type != wanted.Type || changes.Any(c => c.Recreation != "Never"))
            return new ApplyDecision(StepAction.Replace, wanted with { Generation = before.Generation + 1, Actual = null }, before, null);
        return changes.Count > 0 || before.Metadata != wanted.Metadata || before.StackTags != wanted.StackTags || before.Status == StackStatus.UpdateFailed
            ? new ApplyDecision(StepAction.Update, wanted with { Actual = null }, before, null)
            : new ApplyDecision(StepAction.Apply, wanted, before, null);
    }
}
