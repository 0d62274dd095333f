using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Ssm;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>Gives a stack's expressions their surroundings.</summary>
public sealed class StackEvaluation(StackTables tables, ParameterStore parameterStore)
{
    /// <param name="resource">What stands behind a logical id; null: does not exist yet.</param>
    public Evaluator Of(StackState stack, StackInput input, Template template, Func<string, ResourceValues?> resource) => new(new EvaluationScope
    {
        Template = template,
        Pseudo = new PseudoParameters(stack.Account, stack.Region, stack.Name, stack.Id, stack.NotificationArns),
        Parameters = ParameterBinding.Values(template, input.Parameters),
        Resource = resource,
        Export = name => tables.Stacks.In(stack.World).Where(s => !s.IsDeleted).SelectMany(s => s.Outputs).FirstOrDefault(o => o.ExportName == name)?.Value,
        Dynamic = new DynamicReferences(name => parameterStore.Find(stack.World, name)),
    });

    /// <summary>With the resources as they are now.</summary>
    public Evaluator Of(StackState stack, StackInput input, Template template) =>
        Of(stack, input, template, name => tables.Resources.Find(stack.Id, name)?.Values(stack));
}
