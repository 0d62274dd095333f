using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>
/// A whole plan as one template, for judges that read values and references literally: parameters put in, other stacks' outputs replaced by what
/// they refer to, logical ids with their stack's module in front (the region too, where the plan has several). What only a deployment knows stays a function.
/// </summary>
internal static class LinkedEnvironment
{
    public static TemplateMap Of(PlanFolder folder)
    {
        var plan = folder.Plan;
        var resources = new List<KeyValuePair<string, TemplateNode>>();
        var linked = new Dictionary<string, LinkedStack>();
        foreach (var stack in StackGraph.Of(plan.Stacks).Expect().InOrder)
        {
            var template = TemplateReader.Read(folder.Template(stack));
            var prefix = plan.Regions.Count > 1 ? $"{stack.Region}-{stack.Module}" : stack.Module;
            var values = stack.Parameters.ToDictionary(each => each.Key, each => Value(each.Value, linked));
            linked[stack.Name] = new LinkedStack(stack, Pascal(prefix), template, values);
            resources.AddRange(linked[stack.Name].Resources());
        }

        return new([new("AWSTemplateFormatVersion", new TemplateScalar("2010-09-09")), new("Resources", new TemplateMap([.. resources]))]);
    }

    /// <summary>A linked resource's name without the region in front: what stands in several regions has one.</summary>
    public static string WithoutRegion(string resource, Plan plan) => plan.Regions.Count > 1
        ? resource[plan.Stacks.Select(stack => Pascal(stack.Region)).Where(region => resource.StartsWith(region, StringComparison.Ordinal)).Max(region => region.Length)..]
        : resource;

    private static TemplateNode Value(StackParameter parameter, Dictionary<string, LinkedStack> linked) => parameter switch
    {
        StackParameter.Text text => new TemplateScalar(text.Value),
        StackParameter.FromStack output => linked[output.Stack].Output(output.Output),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
    };

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
