using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Requests;

namespace Portal.Data.Deployments;

/// <summary>One walk through the stack graph of a revision, up or down.</summary>
public sealed class DeploymentRow : IVersioned
{
    public DeploymentId Id { get; set; }

    public EnvironmentId EnvironmentId { get; set; }

    public DeploymentKind Kind { get; set; }

    public DeploymentState State { get; set; }

    /// <summary>The creation request whose revision holds the bytes.</summary>
    public RequestId RequestId { get; set; }

    public int Revision { get; set; }

    /// <summary>The request whose signature allows it; null where the stage needs none.</summary>
    public RequestId? AllowedBy { get; set; }

    /// <summary>Who set it going.</summary>
    public string RequestedBy { get; set; } = "";

    /// <summary>Counts from 1; part of change set names.</summary>
    public int Attempt { get; set; }

    /// <summary>JSON: <c>region/parameter</c> to image id, pinned at the signature.</summary>
    public string Images { get; set; } = "{}";

    public bool CancelAsked { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The first thing that went wrong, in plain words.</summary>
    public string? FirstCause { get; set; }

    /// <summary>What is safe, and the one next action.</summary>
    public string? NextAction { get; set; }

    public int Version { get; set; }
}

internal sealed class DeploymentMapping : IEntityTypeConfiguration<DeploymentRow>
{
    public void Configure(EntityTypeBuilder<DeploymentRow> builder)
    {
        builder.ToTable("deployments").HasKey(d => d.Id);
        builder.HasIndex(d => new { d.EnvironmentId, d.CreatedAt });
        builder.HasIndex(d => d.State);
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}
