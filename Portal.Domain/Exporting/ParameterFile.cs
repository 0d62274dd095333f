using System.Text.Json;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Exporting;

/// <summary>
/// What is known of a stack's parameters before anything stands, in the form of the AWS CLI's <c>--parameters file://…</c>. What a person typed
/// is in these files and never in the script. Outputs of other stacks and images are added by the script.
/// </summary>
internal static class ParameterFile
{
    public static string PathOf(StackPlan stack) => $"parameters/{stack.Name}.json";

    public static string Of(StackPlan stack) => JsonSerializer.Serialize(
        stack.Parameters
            .Where(parameter => parameter.Value is StackParameter.Text text && ImageParameter.Of(text.Value) is null)
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => new { ParameterKey = parameter.Key, ParameterValue = ((StackParameter.Text)parameter.Value).Value }),
        Json) + "\n";

    /// <summary>Names as the AWS CLI spells them.</summary>
    private static readonly JsonSerializerOptions Json = new(PlanJson.Options) { PropertyNamingPolicy = null };
}
