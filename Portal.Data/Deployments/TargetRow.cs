using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Deployments;

/// <summary>An account and region that deployments run in. Whoever works there holds the newest epoch; older ones write nothing.</summary>
public sealed class TargetRow
{
    /// <summary><c>account/region</c>.</summary>
    public string Id { get; set; } = "";

    public long Epoch { get; set; }

    public string? Holder { get; set; }

    public DateTimeOffset? ShiftAt { get; set; }
}

internal sealed class TargetMapping : IEntityTypeConfiguration<TargetRow>
{
    public void Configure(EntityTypeBuilder<TargetRow> builder) => builder.ToTable("targets").HasKey(t => t.Id);
}
