namespace Portal.Domain.Environments;

/// <summary>What the portal waits for, and the one thing to do.</summary>
/// <param name="Kind"><c>dns-delegation</c>, <c>credentials</c>, <c>decision</c>, …</param>
/// <param name="Todo">One sentence for the person who can help.</param>
public sealed record WaitingFor(string Kind, string Todo);
