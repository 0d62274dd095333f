namespace Portal.Domain.Requests;

/// <summary>Recovery objectives per kind of loss; a null kind is not asked for.</summary>
public sealed record Recovery
{
    public Objective? Zone { get; init; }

    public Objective? Corruption { get; init; }

    public Objective? Region { get; init; }
}

/// <summary>How much data may be lost and how long recovery may take.</summary>
public sealed record Objective(TimeSpan Rpo, TimeSpan Rto);
