namespace Portal.Web.Identity;

/// <summary>How people prove who they are (contract, section 6).</summary>
internal sealed record SignInSettings
{
    public const string Local = "local";
    public const string Oidc = "oidc";

    public required string Mode { get; init; }

    /// <summary>Local people on a container's network, published on 127.0.0.1 only: the portal sees the bridge's address.</summary>
    public bool LocalBehindLoopbackPublish { get; init; }

    public bool IsLocal => Mode == Local;

    public bool LoopbackOnly => IsLocal && !LocalBehindLoopbackPublish;

    /// <exception cref="InvalidOperationException">The mode is unknown.</exception>
    public static SignInSettings From(IConfiguration configuration)
    {
        var mode = configuration["Authentication:Mode"] ?? Local;
        return mode is Local or Oidc
            ? new SignInSettings { Mode = mode, LocalBehindLoopbackPublish = configuration.GetValue("Authentication:LocalBehindLoopbackPublish", false) }
            : throw new InvalidOperationException($"Authentication__Mode is {mode}; it may be {Local} or {Oidc}.");
    }
}
