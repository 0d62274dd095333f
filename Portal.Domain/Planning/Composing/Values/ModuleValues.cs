using System.Globalization;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>Values by the name of the parameter; what another stack makes is wired by that stack's name, in whichever region it stands.</summary>
internal sealed class ModuleValues(StackNames names)
{
    private readonly Dictionary<string, StackParameter> values = new(StringComparer.Ordinal);

    /// <summary>Null where nothing is said.</summary>
    public StackParameter? Of(string parameter) => values.GetValueOrDefault(parameter);

    public void Set(string parameter, string value) => values[parameter] = new StackParameter.Text(value);

    public void Set(string parameter, decimal value) => Set(parameter, value.ToString("0.##", CultureInfo.InvariantCulture));

    public void Set(string parameter, bool value) => Set(parameter, value ? "true" : "false");

    public void SetFrom(string parameter, string region, string module, string output) => values[parameter] = new StackParameter.FromStack(names.Of(region, module), output);

    /// <summary>Empty where it does not apply, which switches off what hangs on it.</summary>
    public void SetFromIf(bool applies, string parameter, string region, string module, string output)
    {
        if (applies)
        {
            SetFrom(parameter, region, module, output);
        }
        else
        {
            Set(parameter, "");
        }
    }
}
