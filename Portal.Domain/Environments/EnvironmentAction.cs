namespace Portal.Domain.Environments;

/// <summary>What a person may ask of an environment.</summary>
public enum EnvironmentAction
{
    Destroy,
    Cancel,
    Retry,
    DetectDrift,
    Extend,
    Drill,
}
