using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.Deployments;

namespace Portal.Data.Deployments;

/// <summary>One stack of a deployment: what the engine knows about it.</summary>
public sealed class StackDeploymentRow : IVersioned
{
    public DeploymentId DeploymentId { get; set; }

    public string Stack { get; set; } = "";

    /// <summary>Place in the graph's order.</summary>
    public int Position { get; set; }

    public string Account { get; set; } = "";

    public string Region { get; set; } = "";

    public string Module { get; set; } = "";

    public int ExpectedSeconds { get; set; }

    /// <summary>Where the engine's step function stands with it.</summary>
    public StackPhase Phase { get; set; }

    /// <summary>Since when it waits for the same thing; what the engine's bounds count from.</summary>
    public DateTimeOffset PhaseSince { get; set; }

    /// <summary><c>account/region/stack</c> while this deployment works on it; unique, so that no two ever do.</summary>
    public string? Claim { get; set; }

    /// <summary>The stack's ARN once it is known; every later call names it.</summary>
    public string? StackId { get; set; }

    public string? ChangeSetId { get; set; }

    /// <summary>CloudFormation's status as last seen.</summary>
    public string? Status { get; set; }

    public string? StatusReason { get; set; }

    /// <summary>JSON: output name to value.</summary>
    public string Outputs { get; set; } = "{}";

    /// <summary>Newest event that is stored.</summary>
    public string? LastEventId { get; set; }

    /// <summary>When this deployment's change set was executed; it never executes another one.</summary>
    public DateTimeOffset? ExecutedAt { get; set; }

    /// <summary>Deletions that ended in DELETE_FAILED.</summary>
    public int FailedDeletions { get; set; }

    /// <summary>Why it failed, in plain words.</summary>
    public string? Cause { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class StackDeploymentMapping : IEntityTypeConfiguration<StackDeploymentRow>
{
    public void Configure(EntityTypeBuilder<StackDeploymentRow> builder)
    {
        builder.ToTable("stack_deployments").HasKey(s => new { s.DeploymentId, s.Stack });
        builder.HasIndex(s => s.Claim).IsUnique();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
