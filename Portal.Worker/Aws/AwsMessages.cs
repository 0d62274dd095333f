namespace Portal.Worker.Aws;

/// <summary>The only place that reads AWS's message texts, where its codes do not tell apart what we must tell apart. Each text is one that AWS was seen to write.</summary>
internal static class AwsMessages
{
    /// <summary>A change set that failed because nothing would change; older accounts answer with the second text.</summary>
    public static bool SaysNoChanges(string? text) => Has(text, "didn't contain changes") || Has(text, "No updates are to be performed");

    /// <summary><c>Stack with id X does not exist</c>, <c>Stack [X] does not exist</c>, <c>ChangeSet [C] does not exist</c>.</summary>
    public static bool SaysAbsent(string? text) =>
        (Has(text, "Stack with id ") || Has(text, "Stack [") || Has(text, "ChangeSet [")) && text!.TrimEnd('.', ' ').EndsWith("does not exist", StringComparison.Ordinal);

    /// <summary><c>Stack [X] already exists and cannot be created again with the changeSet [C].</c></summary>
    public static bool SaysTaken(string? text) => Has(text, "already exists");

    /// <summary>
    /// <c>Stack:arn… is in UPDATE_IN_PROGRESS state and can not be updated.</c> and its kin; <c>Stack [X] cannot be deleted while TerminationProtection is enabled</c>.
    /// </summary>
    public static bool SaysWrongState(string? text) =>
        (Has(text, " is in ") && Has(text, " state and can")) || Has(text, "TerminationProtection is enabled") || Has(text, "cannot be called from current stack status");

    /// <summary><c>Signature expired: … is now earlier than …</c>, <c>Signature not yet current: …</c>.</summary>
    public static bool SaysSkewed(string? text) => Has(text, "Signature expired") || Has(text, "Signature not yet current");

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.Ordinal) == true;
}
