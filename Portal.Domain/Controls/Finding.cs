namespace Portal.Domain.Controls;

/// <summary>How the plan stands to one control of a compliance programme.</summary>
public sealed record Finding(string Id, string Title, FindingStatus Status, IReadOnlyList<Evidence> Evidence);

public enum FindingStatus
{
    Satisfied,

    /// <summary>People must do it; no template can prove it.</summary>
    Organisational,
    Waived,
    Failed,
}

/// <summary>The resource that proves it.</summary>
public sealed record Evidence(string Stack, string Resource);
