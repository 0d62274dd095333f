using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.Requests;

namespace Portal.Data.Controls;

/// <summary>Somebody's word for a failed control of one request. Never deleted and its terms never changed: what is taken back is marked so.</summary>
public sealed class WaiverRow : IVersioned
{
    public Guid Id { get; set; }

    /// <summary>The request that created, or asks to create, the environment.</summary>
    public RequestId RequestId { get; set; }

    public string Control { get; set; } = "";

    /// <summary>The control while this is its newest waiver; null once it is taken back or another followed. Unique in a request.</summary>
    public string? Newest { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>The last day, in UTC.</summary>
    public DateOnly Until { get; set; }

    public string GivenBy { get; set; } = "";

    public DateTimeOffset GivenAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public int Version { get; set; }
}

internal sealed class WaiverMapping : IEntityTypeConfiguration<WaiverRow>
{
    public void Configure(EntityTypeBuilder<WaiverRow> builder)
    {
        builder.ToTable("waivers").HasKey(w => w.Id);
        builder.HasIndex(w => new { w.RequestId, w.Newest }).IsUnique();
        builder.Property(w => w.Version).IsConcurrencyToken();
    }
}
