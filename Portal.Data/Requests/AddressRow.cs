using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Requests;

namespace Portal.Data.Requests;

/// <summary>A /20 that belongs to one request until its environment is gone, or until a revision no longer needs it.</summary>
public sealed class AddressRow
{
    public string Cidr { get; set; } = "";

    public RequestId RequestId { get; set; }

    /// <summary>Its place among the ranges of the request, from 0: the first one stays through all revisions.</summary>
    public int Ordinal { get; set; }
}

internal sealed class AddressMapping : IEntityTypeConfiguration<AddressRow>
{
    public void Configure(EntityTypeBuilder<AddressRow> builder)
    {
        builder.ToTable("addresses").HasKey(a => a.Cidr);
        builder.HasIndex(a => new { a.RequestId, a.Ordinal }).IsUnique();
    }
}
