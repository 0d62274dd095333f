namespace Portal.Domain;

/// <summary>One reason for an expected "no".</summary>
/// <param name="Path">Where: a field of the sheet (<c>traffic.peakRps</c>), or empty when it concerns the whole.</param>
/// <param name="Message">What is wrong and how to put it right, in plain words.</param>
public sealed record Problem(string Path, string Message)
{
    /// <summary>The one-line form that the command line prints: <c>path: message</c>.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
