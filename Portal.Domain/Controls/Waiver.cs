namespace Portal.Domain.Controls;

/// <summary>Somebody answers for a control that the plan breaks, for a time.</summary>
/// <param name="Control">Id of the control, <c>pci-dss/6.4.2.open</c>.</param>
/// <param name="Reason">Why it may stay broken.</param>
/// <param name="Until">The last day on which the waiver counts.</param>
/// <param name="By">Who answers for it.</param>
public sealed record Waiver(string Control, string Reason, DateOnly Until, string By);
