using Portal.Domain.Requests;
using Portal.Domain.Templates;

namespace Portal.Domain.Controls;

/// <summary>Every resource of an environment, and which of them a value reaches, through parameters and outputs across stacks.</summary>
internal sealed class Inventory
{
    private readonly Dictionary<string, ControlledStack> stacks;
    private readonly Dictionary<(string Stack, string Id), ControlledResource> byName;
    private readonly ILookup<string, ControlledResource> byType;

    public Inventory(ControlledEnvironment environment)
    {
        Environment = environment;
        stacks = environment.Stacks.ToDictionary(stack => stack.Name, StringComparer.Ordinal);
        Resources =
        [
            .. environment.Stacks.OrderBy(stack => stack.Name, StringComparer.Ordinal).SelectMany(stack => stack.Root.Section("Resources").Entries
                .Select(entry => new ControlledResource(this, stack, entry.Key, entry.Value as TemplateMap ?? TemplateMap.Empty))),
        ];
        byName = Resources.ToDictionary(resource => (resource.Stack.Name, resource.LogicalId));
        byType = Resources.ToLookup(resource => resource.Type, StringComparer.Ordinal);
    }

    public ControlledEnvironment Environment { get; }

    public IReadOnlyList<ControlledResource> Resources { get; }

    public bool IsPublic => Environment.Exposure == Exposure.Public;

    /// <summary>Whether users meet it only after its region has taken over.</summary>
    public bool StandsBy(ControlledResource resource) => Environment.StandbyRegions.Contains(resource.Stack.Region);

    public IEnumerable<ControlledResource> OfType(params ReadOnlySpan<string> types)
    {
        var found = new List<ControlledResource>();
        foreach (var type in types)
        {
            found.AddRange(byType[type]);
        }

        return found;
    }

    /// <summary>The servers: what stands as evidence where a control asks about something that the environment does not have.</summary>
    public IReadOnlyList<ControlledResource> Fleets => [.. OfType("AWS::AutoScaling::AutoScalingGroup")];

    public ControlledResource? Find(string stack, string logicalId) => byName.GetValueOrDefault((stack, logicalId));

    /// <summary>Where the output of that stack comes from; nothing where either does not exist.</summary>
    public ControlledValue Output(string stack, string output) => stacks.GetValueOrDefault(stack) is { } source
        ? new ControlledValue(this, source, source.Root.Section("Outputs").Section(output)["Value"])
        : default;
}
