using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.Environments;
using Portal.Domain.Requests;

namespace Portal.Data.Requests;

public sealed class RequestRow : IVersioned
{
    public RequestId Id { get; set; }

    public RequestKind Kind { get; set; }

    public RequestState State { get; set; }

    public string Team { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary><c>team/name</c> while the name is taken; null once the environment is gone or the request was rejected for good. Unique.</summary>
    public string? TakenName { get; set; }

    public string RequestedBy { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Number of the current revision, from 1.</summary>
    public int Revision { get; set; }

    /// <summary>Set by the last signature for a creation, from the start for a destroy or retry.</summary>
    public EnvironmentId? EnvironmentId { get; set; }

    public int Version { get; set; }
}

internal sealed class RequestMapping : IEntityTypeConfiguration<RequestRow>
{
    public void Configure(EntityTypeBuilder<RequestRow> builder)
    {
        builder.ToTable("requests").HasKey(r => r.Id);
        builder.HasIndex(r => r.TakenName).IsUnique();
        builder.HasIndex(r => new { r.Team, r.CreatedAt });
        builder.Property(r => r.Version).IsConcurrencyToken();
    }
}
