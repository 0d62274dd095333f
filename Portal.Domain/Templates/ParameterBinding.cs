namespace Portal.Domain.Templates;

/// <summary>Gives each parameter of a module its value: the one given, else its default; what does not fit is refused.</summary>
internal static class ParameterBinding
{
    public static IReadOnlyDictionary<string, TemplateValue> Bind(TemplateModule module, IReadOnlyDictionary<string, TemplateValue> given)
    {
        var known = module.Parameters.Select(parameter => parameter.Name).ToHashSet();
        foreach (var name in given.Keys.Order(StringComparer.Ordinal))
            if (!known.Contains(name))
                throw new TemplateException($"Parameters/{name}", $"the module {module.Name} has no such parameter");

        var bound = new SortedDictionary<string, TemplateValue>(StringComparer.Ordinal);
        foreach (var parameter in module.Parameters)
            bound[parameter.Name] = Checked(parameter, given.GetValueOrDefault(parameter.Name));
        return bound;
    }

    private static TemplateValue Checked(TemplateParameter parameter, TemplateValue? given)
    {
        var path = $"Parameters/{parameter.Name}";
        var value = given ?? parameter.Default ?? throw new TemplateException(path, "a value is required");
        if (value is TemplateValue.Known known && parameter.Fault(known.Value) is { } fault)
            throw new TemplateException(path, fault);
        return value;
    }
}
