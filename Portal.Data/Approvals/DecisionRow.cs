using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Approvals;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Data.Approvals;

/// <summary>One signature or refusal. Written once, never changed. What was sent back and submitted again is decided again.</summary>
public sealed class DecisionRow
{
    public RequestId RequestId { get; set; }

    public int Revision { get; set; }

    public string UserName { get; set; } = "";

    public ApprovalDecision Decision { get; set; }

    public Digest Digest { get; set; }

    /// <summary>JSON of <see cref="Domain.Approvals.BaseState"/>.</summary>
    public string BaseState { get; set; } = "{}";

    public string? Comment { get; set; }

    /// <summary>JSON of the waivers that an approval rests on; null where there is none.</summary>
    public string? Waivers { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<DecisionRow>
{
    public void Configure(EntityTypeBuilder<DecisionRow> builder) => builder.ToTable("decisions").HasKey(d => new { d.RequestId, d.Revision, d.UserName, d.At });
}
