using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Data.Deployments;

/// <summary>Written before every call that changes something at AWS; its outcome is written after. Without an outcome, a reader has to look.</summary>
public sealed class IntentRow
{
    public long Seq { get; set; }

    public DeploymentId DeploymentId { get; set; }

    public string Stack { get; set; } = "";

    public string Operation { get; set; } = "";

    /// <summary>The deterministic client token: the same step asks with the same token, whoever asks.</summary>
    public string Token { get; set; } = "";

    public Digest Digest { get; set; }

    /// <summary>The target's fencing epoch under which it was written.</summary>
    public long Epoch { get; set; }

    public DateTimeOffset At { get; set; }

    public IntentOutcome? Outcome { get; set; }

    public DateTimeOffset? OutcomeAt { get; set; }

    public string? AwsRequestId { get; set; }

    public string? Error { get; set; }
}

internal sealed class IntentMapping : IEntityTypeConfiguration<IntentRow>
{
    public void Configure(EntityTypeBuilder<IntentRow> builder)
    {
        builder.ToTable("intents").HasKey(i => i.Seq);
        builder.Property(i => i.Seq).ValueGeneratedOnAdd();
        builder.HasIndex(i => new { i.DeploymentId, i.Stack });
    }
}
