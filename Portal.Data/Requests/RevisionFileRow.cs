using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Requests;

namespace Portal.Data.Requests;

/// <summary>A file of a revision's plan folder: these bytes are signed and deployed. Written once, never changed.</summary>
public sealed class RevisionFileRow
{
    public RequestId RequestId { get; set; }

    public int Number { get; set; }

    public string Path { get; set; } = "";

    public string Content { get; set; } = "";
}

internal sealed class RevisionFileMapping : IEntityTypeConfiguration<RevisionFileRow>
{
    public void Configure(EntityTypeBuilder<RevisionFileRow> builder) => builder.ToTable("revision_files").HasKey(f => new { f.RequestId, f.Number, f.Path });
}
