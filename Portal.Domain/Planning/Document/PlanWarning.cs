namespace Portal.Domain.Planning.Document;

/// <summary>A risk that stays, named by the field it belongs to.</summary>
public sealed record PlanWarning(string Requirement, string Text);
