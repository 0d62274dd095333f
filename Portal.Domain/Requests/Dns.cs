namespace Portal.Domain.Requests;

/// <summary>The public name, its zone and its certificate.</summary>
public sealed record Dns
{
    /// <summary>The word that asks the portal to make the zone or the certificate.</summary>
    public const string Create = "create";

    public string? Domain { get; init; }

    /// <summary><c>create</c> or a zone id.</summary>
    public string? HostedZone { get; init; }

    /// <summary><c>create</c> (DNS-validated) or an ARN.</summary>
    public string? Certificate { get; init; }
}
