using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain;
using Portal.Domain.Environments;

namespace Portal.Data.Environments;

/// <summary>Something that happened to an environment: CloudFormation's events and the portal's own state changes. Written once.</summary>
public sealed class EventRow
{
    /// <summary>Arrival order; what a live view remembers.</summary>
    public long Seq { get; set; }

    /// <summary>CloudFormation's event id, or the portal's own for a state change. Unique in its stack only: a resource's is its name, status and stamp.</summary>
    public string EventId { get; set; } = "";

    public EnvironmentId EnvironmentId { get; set; }

    public EventKind Kind { get; set; }

    public DateTimeOffset At { get; set; }

    public string Stack { get; set; } = "";

    public string Region { get; set; } = "";

    public string LogicalId { get; set; } = "";

    public string PhysicalId { get; set; } = "";

    public string ResourceType { get; set; } = "";

    public string Status { get; set; } = "";

    public string? Reason { get; set; }

    /// <summary>The environment's own change of state; <paramref name="cause"/> makes its id, so that the same change is stored once.</summary>
    public static EventRow OfState(EnvironmentRow environment, string cause, string? reason, DateTimeOffset now) => new()
    {
        EventId = $"state-{environment.Id}-{cause}-{Wire.Name(environment.State)}",
        EnvironmentId = environment.Id,
        Kind = EventKind.State,
        At = now,
        Region = environment.Region,
        Status = Wire.Name(environment.State),
        Reason = reason,
    };
}

/// <summary>What an event is about.</summary>
public enum EventKind
{
    Stack,
    Resource,

    /// <summary>The environment's own state.</summary>
    State,
}

internal sealed class EventMapping : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events").HasKey(e => e.Seq);
        builder.Property(e => e.Seq).ValueGeneratedOnAdd();
        builder.Property(e => e.EventId).HasMaxLength(300);
        builder.HasIndex(e => new { e.EnvironmentId, e.Stack, e.EventId }).IsUnique();
        builder.HasIndex(e => new { e.EnvironmentId, e.Seq });
    }
}
