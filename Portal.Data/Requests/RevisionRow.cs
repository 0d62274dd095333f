using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Data.Requests;

/// <summary>One version of what is asked and the plan it became. Written once, never changed.</summary>
public sealed class RevisionRow
{
    public RequestId RequestId { get; set; }

    public int Number { get; set; }

    /// <summary>The sheet as it was handed in.</summary>
    public string Sheet { get; set; } = "";

    public Digest Digest { get; set; }

    public bool Feasible { get; set; }

    public Money MonthlyUsd { get; set; }

    public Money BudgetUsd { get; set; }

    public string CreatedBy { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<RevisionRow>
{
    public void Configure(EntityTypeBuilder<RevisionRow> builder) => builder.ToTable("revisions").HasKey(r => new { r.RequestId, r.Number });
}
