namespace Portal.Domain.Sizing;

/// <summary>Object storage in one region.</summary>
public sealed record ObjectsPlan(string Region, decimal SizeGb, string Role);
