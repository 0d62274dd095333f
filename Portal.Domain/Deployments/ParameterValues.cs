using Portal.Domain.Planning.Document;

namespace Portal.Domain.Deployments;

/// <summary>A stack's parameters as CloudFormation gets them: outputs of stacks that stand, images as they were signed.</summary>
public static class ParameterValues
{
    public static Result<IReadOnlyDictionary<string, string>> Of(DeploymentModel deployment, StackPlan plan)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var (name, parameter) in plan.Parameters)
        {
            if (Value(deployment, plan, parameter) is { } value)
                values[name] = value;
            else
                problems.Add(new Problem($"parameters.{name}", Missing(parameter)));
        }

        return problems.Count == 0 ? Result<IReadOnlyDictionary<string, string>>.Ok(values) : Result<IReadOnlyDictionary<string, string>>.No(problems);
    }

    private static string? Value(DeploymentModel deployment, StackPlan plan, StackParameter parameter) => parameter switch
    {
        StackParameter.FromStack from => deployment.Stacks.Values.SingleOrDefault(s => s.Name == from.Stack)?.Outputs.GetValueOrDefault(from.Output),
        StackParameter.Text text => ImageParameter.Of(text.Value) is { } path ? deployment.Images.GetValueOrDefault(ImageParameter.Key(plan.Region, path)) : text.Value,
        _ => null,
    };

    private static string Missing(StackParameter parameter) => parameter switch
    {
        StackParameter.FromStack from => $"Stack {from.Stack} has no output {from.Output}.",
        StackParameter.Text text => $"No image is pinned for {text.Value}.",
        _ => "It has no value.",
    };
}
