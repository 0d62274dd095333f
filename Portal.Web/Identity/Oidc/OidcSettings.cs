using Portal.Domain;
using Portal.Domain.Identity;

namespace Portal.Web.Identity.Oidc;

/// <summary>The identity provider, and which of its claims say what (contract, section 6).</summary>
internal sealed record OidcSettings
{
    public required string Authority { get; init; }

    public required string ClientId { get; init; }

    public string ClientSecret { get; init; } = "";

    public string RoleClaim { get; init; } = "roles";

    public string TeamClaim { get; init; } = "teams";

    /// <summary>Rights that only count after a second factor.</summary>
    public IReadOnlySet<Role> RequireMfaFor { get; init; } = new HashSet<Role>();

    /// <summary>Plain HTTP is for a provider on this machine.</summary>
    public bool IsSecure => new Uri(Authority).Scheme == Uri.UriSchemeHttps;

    /// <exception cref="InvalidOperationException">A setting is missing or means nothing.</exception>
    public static OidcSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Authentication");
        var authority = Required(section, "Authority").TrimEnd('/');
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            throw new InvalidOperationException($"Authentication__Authority is {authority}; it has to be an https address.");
        }

        return new OidcSettings
        {
            Authority = authority,
            ClientId = Required(section, "ClientId"),
            ClientSecret = section["ClientSecret"] ?? "",
            RoleClaim = section["RoleClaim"] ?? "roles",
            TeamClaim = section["TeamClaim"] ?? "teams",
            RequireMfaFor = (section["RequireMfaFor"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(ToRole).ToHashSet(),
        };
    }

    private static string Required(IConfiguration section, string key) =>
        section[key] is { Length: > 0 } value ? value : throw new InvalidOperationException($"Authentication__Mode=oidc needs Authentication__{key}.");

    private static Role ToRole(string name) =>
        Wire.TryParse<Role>(name, out var role) ? role : throw new InvalidOperationException($"Authentication__RequireMfaFor names {name}; it may name {string.Join(", ", Wire.All<Role>())}.");
}
