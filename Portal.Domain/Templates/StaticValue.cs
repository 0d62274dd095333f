using System.Collections.Immutable;

namespace Portal.Domain.Templates;

/// <summary>What an operand of a condition is before deployment.</summary>
internal abstract record StaticValue
{
    /// <summary>A text; numbers and booleans are text, too.</summary>
    public sealed record One(string Text) : StaticValue;

    /// <summary>A list of texts.</summary>
    public sealed record Many(ImmutableArray<string> Items) : StaticValue;

    /// <summary>Another stack's output, or a text that holds one: not empty, otherwise unknown.</summary>
    public sealed record Later(string Parameter) : StaticValue;
}
