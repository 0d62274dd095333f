namespace Portal.Domain.Templates;

/// <summary>What a parameter of a module is given: a text known now, or another stack's output known only at deployment.</summary>
public abstract record TemplateValue
{
    private TemplateValue() { }

    /// <summary>A value that is known now. Lists are comma-delimited, as CloudFormation takes them.</summary>
    public static TemplateValue Text(string value) => new Known(value);

    /// <summary>An output of a stack that is deployed earlier. Never empty, otherwise unknown: no condition can depend on what it will be.</summary>
    public static TemplateValue FromStack(string stack, string output) => new Deferred(stack, output);

    public static implicit operator TemplateValue(string value) => new Known(value);

    public static TemplateValue ToTemplateValue(string value) => new Known(value);

    public sealed record Known(string Value) : TemplateValue;

    public sealed record Deferred(string Stack, string Output) : TemplateValue;
}
