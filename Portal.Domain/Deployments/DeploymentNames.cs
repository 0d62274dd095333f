namespace Portal.Domain.Deployments;

/// <summary>Names and tokens that every worker computes alike, so that whoever resumes finds what another one began.</summary>
public static class DeploymentNames
{
    private static readonly Dictionary<StackOperation, string> Words = new()
    {
        [StackOperation.CreateChangeSet] = "create",
        [StackOperation.ExecuteChangeSet] = "execute",
        [StackOperation.DeleteChangeSet] = "drop",
        [StackOperation.SetStackPolicy] = "policy",
        [StackOperation.ProtectStack] = "protect",
        [StackOperation.UnprotectStack] = "unprotect",
        [StackOperation.UnlockStack] = "unlock",
        [StackOperation.DeleteStack] = "delete",
    };

    /// <summary><c>portal-{deployment id, 32 hex}-{attempt}</c> (contract, section 2, Names).</summary>
    public static string ChangeSet(DeploymentId id, int attempt) => $"portal-{id.Value:N}-{attempt}";

    /// <summary>A client token: <c>[a-zA-Z0-9][-a-zA-Z0-9]*</c>, at most 128. <paramref name="round"/> tells a second deletion from the first.</summary>
    public static string Token(DeploymentId id, int attempt, int position, StackOperation operation, int round = 0) =>
        $"{id.Value:N}-{attempt}-{position}-{Words[operation]}" + (round == 0 ? "" : $"-{round}");

    /// <summary>The name inside a change set's ARN (<c>arn:…:changeSet/NAME/uuid</c>); the text itself where it is no ARN.</summary>
    public static string? ChangeSetNameOf(string? id)
    {
        var parts = id?.Split('/');
        return parts is { Length: >= 2 } ? parts[1] : id;
    }
}
