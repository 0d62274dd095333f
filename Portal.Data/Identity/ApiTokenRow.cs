using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Identity;

/// <summary>A bearer token; only its hash is kept.</summary>
public sealed class ApiTokenRow
{
    /// <summary>Lower-case hex sha256 of the token.</summary>
    public string Hash { get; set; } = "";

    public string UserName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiTokenRow>
{
    public void Configure(EntityTypeBuilder<ApiTokenRow> builder)
    {
        builder.ToTable("api_tokens").HasKey(t => t.Hash);
        builder.HasIndex(t => t.UserName);
    }
}
