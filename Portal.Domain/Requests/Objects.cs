namespace Portal.Domain.Requests;

/// <summary>Object storage; <see cref="PublicStatic"/> serves it to users through the content delivery network.</summary>
public sealed record Objects
{
    public required decimal SizeGb { get; init; }

    public bool PublicStatic { get; init; }
}
