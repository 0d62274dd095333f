namespace Portal.Domain.Requests;

/// <summary>How precious the environment is: decides deletion policies, protection, and who signs what.</summary>
public enum Stage
{
    Development,
    Staging,
    Production,
}
