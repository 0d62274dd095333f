using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.Costs;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Requests;

namespace Portal.Data.Environments;

public sealed class EnvironmentRow : IVersioned
{
    public EnvironmentId Id { get; set; }

    public string Team { get; set; } = "";

    public string Name { get; set; } = "";

    public Stage Stage { get; set; }

    public string CostCenter { get; set; } = "";

    public EnvironmentState State { get; set; }

    /// <summary>With <see cref="EnvironmentState.Waiting"/>: what for, and the one thing to do.</summary>
    public string? WaitingKind { get; set; }

    public string? WaitingTodo { get; set; }

    public string Region { get; set; } = "";

    public string Account { get; set; } = "";

    /// <summary>The creation request; its revision <see cref="Revision"/> is what stands or is being built.</summary>
    public RequestId RequestId { get; set; }

    public int Revision { get; set; }

    public DeploymentId? DeploymentId { get; set; }

    public Money EstimateUsd { get; set; }

    public Money BudgetUsd { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class EnvironmentMapping : IEntityTypeConfiguration<EnvironmentRow>
{
    public void Configure(EntityTypeBuilder<EnvironmentRow> builder)
    {
        builder.ToTable("environments").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Team, e.Name });
        builder.HasIndex(e => e.RequestId).IsUnique();
        builder.Property(e => e.Version).IsConcurrencyToken();
    }
}
