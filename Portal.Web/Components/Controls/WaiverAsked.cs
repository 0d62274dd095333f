namespace Portal.Web.Components.Controls;

/// <summary>What somebody typed to answer for a control.</summary>
public sealed record WaiverAsked(string Control, string Reason, DateOnly? Until);
