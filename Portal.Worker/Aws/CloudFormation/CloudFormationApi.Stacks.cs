using Portal.Worker.Aws.Generated.CloudFormation;

namespace Portal.Worker.Aws.CloudFormation;

public sealed partial class CloudFormationApi
{
    /// <summary>
    /// Starts the deletion; a stack that is gone is no fault. <paramref name="retain"/> names resources to leave behind and is legal
    /// only for a stack in DELETE_FAILED.
    /// </summary>
    public Task DeleteStackAsync(string stack, string token, CancellationToken cancellationToken, IReadOnlyCollection<string>? retain = null, string? roleArn = null) =>
        AwsCaller.UnlessGoneAsync(() => caller.MutateAsync(
            "DeleteStack",
            ct => client.DeleteStackAsync(
                new() { StackName = stack, ClientRequestToken = token, RetainResources = retain is { Count: > 0 } ? [.. retain] : null, RoleARN = roleArn },
                ct),
            cancellationToken));

    /// <summary>Changes parameters of a stack and nothing else; its template stays as it stands.</summary>
    public Task UpdateParametersAsync(ParameterUpdate update, CancellationToken cancellationToken) =>
        caller.MutateAsync("UpdateStack", ct => client.UpdateStackAsync(update.ToRequest(), ct), cancellationToken);

    /// <summary>What updates may do to which resources; it does not stop a deletion.</summary>
    public Task SetStackPolicyAsync(string stack, string policyBody, CancellationToken cancellationToken) =>
        caller.MutateAsync("SetStackPolicy", ct => client.SetStackPolicyAsync(new() { StackName = stack, StackPolicyBody = policyBody }, ct), cancellationToken);

    public Task SetTerminationProtectionAsync(string stack, bool protect, CancellationToken cancellationToken) =>
        caller.MutateAsync(
            "UpdateTerminationProtection",
            ct => client.UpdateTerminationProtectionAsync(new() { StackName = stack, EnableTerminationProtection = protect }, ct),
            cancellationToken);

    /// <summary>Legal in UPDATE_IN_PROGRESS only; the stack then rolls back.</summary>
    public Task CancelUpdateAsync(string stack, string token, CancellationToken cancellationToken) =>
        caller.MutateAsync("CancelUpdateStack", ct => client.CancelUpdateStackAsync(new() { StackName = stack, ClientRequestToken = token }, ct), cancellationToken);

    /// <summary>The way out of UPDATE_ROLLBACK_FAILED; <paramref name="skip"/> names resources that stay as they are.</summary>
    public Task ContinueRollbackAsync(string stack, string token, IReadOnlyCollection<string> skip, CancellationToken cancellationToken) =>
        caller.MutateAsync(
            "ContinueUpdateRollback",
            ct => client.ContinueUpdateRollbackAsync(
                new() { StackName = stack, ClientRequestToken = token, ResourcesToSkip = skip.Count > 0 ? [.. skip] : null },
                ct),
            cancellationToken);
}
