namespace Portal.Web.Components.Kit;

/// <summary>One tab: its key in ids and addresses, its word, and how many faults wait behind it.</summary>
public sealed record TabItem(string Key, string Word, int Faults = 0);
