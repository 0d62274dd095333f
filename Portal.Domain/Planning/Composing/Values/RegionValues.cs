using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>What the design and the sheet say to the modules' parameters in one region: to all modules, or to one that alone knows the parameter or means something else by it.</summary>
internal sealed class RegionValues(StackNames names)
{
    private readonly Dictionary<string, ModuleValues> modules = new(StringComparer.Ordinal);

    public ModuleValues All { get; } = new(names);

    public ModuleValues To(string module)
    {
        if (!modules.TryGetValue(module, out var values))
        {
            modules[module] = values = new ModuleValues(names);
        }

        return values;
    }

    /// <summary>Null where nothing is said: then another stack's output of that name, or the module's default.</summary>
    public StackParameter? Of(string module, string parameter) => modules.GetValueOrDefault(module)?.Of(parameter) ?? All.Of(parameter);
}
