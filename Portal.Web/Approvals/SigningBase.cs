using Portal.Data.Accounts;
using Portal.Data.Requests;
using Portal.Domain.Approvals;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Web.Approvals;

/// <summary>What a signature takes for granted about the account, as far as the portal knows it.</summary>
public sealed class SigningBase(ImageStore images)
{
    private const string ImageReference = "{{resolve:ssm:";

    /// <summary>A creation is signed for an account where none of its stacks stands; an action is signed for the content it names.</summary>
    public async Task<BaseState> StateAsync(RequestView request, PlanFolder? design, CancellationToken cancellationToken)
    {
        if (request.Kind != RequestKind.Create || design is null)
        {
            return BaseState.Empty;
        }

        var stacks = design.Plan.Stacks.ToDictionary(s => s.Name, _ => BaseState.Absent, StringComparer.Ordinal);
        var resolved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var region in design.Plan.Stacks.GroupBy(s => s.Region, StringComparer.Ordinal))
        {
            var known = await images.KnownAsync(region.Key, cancellationToken);
            foreach (var key in region.SelectMany(References).Select(path => $"{region.Key}{path}").Where(known.ContainsKey))
            {
                resolved[key] = known[key];
            }
        }

        return new BaseState(stacks, resolved);
    }

    /// <summary>The public parameters behind <c>{{resolve:ssm:PATH}}</c> values, version cut off.</summary>
    private static IEnumerable<string> References(StackPlan stack) =>
        from text in stack.Parameters.Values.OfType<StackParameter.Text>()
        where text.Value.StartsWith(ImageReference, StringComparison.Ordinal) && text.Value.EndsWith("}}", StringComparison.Ordinal)
        select text.Value[ImageReference.Length..^2].Split(':')[0];
}
