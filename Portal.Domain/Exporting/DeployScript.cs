using System.Text;
using System.Text.Json;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Exporting;

/// <summary>
/// <c>deploy.sh</c>: functions over plain AWS CLI calls, the same for every plan, and then one call a stack in the order of the graph.
/// Each is handled as the worker would: change set, wait, termination protection, stack policy.
/// </summary>
internal static class DeployScript
{
    private static readonly Lazy<string> Functions = new(() =>
    {
        using var stream = typeof(DeployScript).Assembly.GetManifestResourceStream("exporting/deploy.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>A JSON list on one line, as the CLI takes it.</summary>
    private static readonly JsonSerializerOptions OneLine = new(PlanJson.Options) { PropertyNamingPolicy = null, WriteIndented = false };

    public static string Of(Plan plan, IReadOnlyList<StackPlan> order)
    {
        var script = new StringBuilder();
        Line(script, "#!/usr/bin/env bash");
        Line(script, $"# Makes or updates the {order.Count} stacks of this plan by plain AWS CLI calls, in the order in which they need each other.");
        script.Append(Functions.Value);
        Line(script, "");
        Line(script, Words("environment=", $"{plan.Team}/{plan.Name}"));
        Line(script, Words("digest=", plan.Digest.Abbreviated));
        foreach (var target in order.DistinctBy(stack => stack.Account))
        {
            Line(script, Words("account ", target.Account, target.Region));
        }

        var delegation = Delegation.Of(order);
        foreach (var stack in order)
        {
            Line(script, "");
            Line(script, string.Join(" \\\n  ", Call(stack)));
            if (stack == delegation?.Zone)
            {
                Line(script, Words("delegate ", stack.Name, delegation.Domain, string.Join(", ", delegation.Waiting.Select(waiting => waiting.Name))));
            }
        }

        Line(script, "");
        Line(script, Words("printf '\\n%s\\n' ", $"All {order.Count} stacks stand as planned."));
        return script.ToString();
    }

    private static IEnumerable<string> Call(StackPlan stack)
    {
        yield return Words("stack ", stack.Name, stack.Region, stack.Template, Tags(stack));
        foreach (var capability in stack.Capabilities)
        {
            yield return Words("--capability ", capability);
        }

        foreach (var (name, parameter) in stack.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            if (parameter is StackParameter.FromStack from)
            {
                yield return Words("--from ", name, from.Stack, from.Output);
            }
            else if (parameter is StackParameter.Text text && ImageParameter.Of(text.Value) is { } path)
            {
                yield return Words("--image ", name, path);
            }
        }

        if (stack.TerminationProtection)
        {
            yield return "--protect";
        }

        if (stack.StackPolicy)
        {
            yield return "--keep-data";
        }
    }

    private static string Tags(StackPlan stack) =>
        JsonSerializer.Serialize(stack.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new { tag.Key, tag.Value }), OneLine);

    private static string Words(string command, params IEnumerable<string> words) => command + string.Join(' ', words.Select(ShellText.Quoted));

    private static void Line(StringBuilder script, string text) => script.Append(text).Append('\n');
}
