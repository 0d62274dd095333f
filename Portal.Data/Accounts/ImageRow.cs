using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Accounts;

/// <summary>What a public image parameter names in a region, as the worker last read it.</summary>
public sealed class ImageRow
{
    public string Region { get; set; } = "";

    public string Parameter { get; set; } = "";

    public string ImageId { get; set; } = "";

    public DateTimeOffset ReadAt { get; set; }
}

internal sealed class ImageMapping : IEntityTypeConfiguration<ImageRow>
{
    public void Configure(EntityTypeBuilder<ImageRow> builder) => builder.ToTable("images").HasKey(i => new { i.Region, i.Parameter });
}
