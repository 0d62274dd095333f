namespace Portal.Domain.Templates;

/// <summary>A module that cannot be read or resolved, or values that do not fit it.</summary>
/// <remarks>Modules ship with the portal and their values come from the planner, so this is a fault of ours, never of a requester.</remarks>
public sealed class TemplateException : Exception
{
    public TemplateException(string path, string problem)
        : base(path.Length == 0 ? problem : $"{path}: {problem}") => (Path, Problem) = (path, problem);

    /// <summary>Where in the template, as <c>Resources/Vpc/Properties/CidrBlock</c>; empty for the whole file.</summary>
    public string Path { get; }

    /// <summary>What is wrong, without the path.</summary>
    public string Problem { get; }
}
