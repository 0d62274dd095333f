using System.Text.Json.Serialization;

namespace Portal.Domain.Controls;

/// <summary>How the plan stands to one control of a compliance programme.</summary>
/// <param name="Id">Programme and requirement, <c>pci-dss/3.5</c>.</param>
/// <param name="Title">What is asked, in our words.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Evidence">What proves it; where it failed or is waived, what breaks it. Empty where nothing is there that could.</param>
public sealed record Finding(string Id, string Title, FindingStatus Status, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>What people must do, why it failed, or why it is waived; null where there is nothing to say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Action { get; init; }
}

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
