using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;

namespace Portal.Domain.Planning.Composing;

/// <summary>A stack of the plan and the template it deploys.</summary>
internal sealed record ComposedStack(StackPlan Plan, ResolvedTemplate Template)
{
    /// <summary><c>stack/LogicalId</c> of everything in it.</summary>
    public IEnumerable<string> Resources => Template.ResourceTypes.Keys.Select(id => $"{Plan.Name}/{id}");
}
