using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

public static class StackOutputs
{
    public static IReadOnlyList<StackOutput> Of(Template template, Evaluator evaluator) =>
        [.. from output in template.Outputs
            where evaluator.IsOn(output.Value.Condition)
            select new StackOutput(output.Key, Text(output.Key, evaluator.Evaluate(output.Value.Value)), output.Value.Description,
                output.Value.ExportName is { } name ? evaluator.Evaluate(name).AsText : null)];

    private static string Text(string name, Node value) =>
        value.AsText ?? throw TemplateReader.Format($"The Value field of every Outputs member must evaluate to a String. ({name})");
}
