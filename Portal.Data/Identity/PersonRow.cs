using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Identity;

/// <summary>Somebody whom the identity provider vouched for, with the rights that it named at the last sign-in.</summary>
public sealed class PersonRow
{
    /// <summary>The provider's subject: stable, never given to another.</summary>
    public string UserName { get; set; } = "";

    public string DisplayName { get; set; } = "";

    /// <summary>JSON list of role names.</summary>
    public string Roles { get; set; } = "[]";

    /// <summary>JSON list.</summary>
    public string Teams { get; set; } = "[]";

    public DateTimeOffset SignedInAt { get; set; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder) => builder.ToTable("people").HasKey(p => p.UserName);
}
