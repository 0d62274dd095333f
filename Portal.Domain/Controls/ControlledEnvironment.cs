using System.Collections.Frozen;
using Portal.Domain.Requests;
using Portal.Domain.Templates;

namespace Portal.Domain.Controls;

/// <summary>What controls are proven on: every stack of an environment as it will be deployed, and what the sheet promised.</summary>
public sealed record ControlledEnvironment
{
    /// <summary><c>team/name</c>.</summary>
    public required string Name { get; init; }

    public required Stage Stage { get; init; }

    public required Exposure Exposure { get; init; }

    /// <summary>All stacks, of all regions, account-wide ones included.</summary>
    public required IReadOnlyList<ControlledStack> Stacks { get; init; }

    /// <summary>Codes of the regions that serve nobody until they take over, as the plan promises; empty where every region serves.</summary>
    public IReadOnlySet<string> StandbyRegions { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Codes of the regions that the sheet's residency permits; null where the sheet binds the data to no place.</summary>
    public IReadOnlySet<string>? AllowedRegions { get; init; }
}

/// <summary>A stack with its decisions taken: the tree that is deployed and the values that go with it.</summary>
/// <param name="Name">The stack's name, as other stacks' parameters call it.</param>
/// <param name="Region">Code of the region it stands in.</param>
/// <param name="Root">The resolved template.</param>
/// <param name="Parameters">What each parameter of that template is given.</param>
public sealed record ControlledStack(string Name, string Region, TemplateMap Root, IReadOnlyDictionary<string, TemplateValue> Parameters)
{
    /// <summary>Whether the stack as a whole refuses to be deleted.</summary>
    public bool TerminationProtection { get; init; }

    /// <summary>Whether a stack policy forbids replacement of its data.</summary>
    public bool StackPolicy { get; init; }
}
