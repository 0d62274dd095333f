using Portal.Worker.Aws.Generated.CloudFormation;

namespace Portal.Worker.Aws.CloudFormation;

/// <summary>
/// CloudFormation in one target. Stacks are named by id (ARN) once they have one: a name may mean another stack tomorrow.
/// Every failure is an <see cref="AwsException"/>; a token makes a repeated call the same call.
/// </summary>
public sealed partial class CloudFormationApi
{
    private readonly CloudFormationClient client;
    private static readonly string[] InProgress =
    [
        StackStatus.CREATE_IN_PROGRESS, StackStatus.ROLLBACK_IN_PROGRESS, StackStatus.DELETE_IN_PROGRESS, StackStatus.UPDATE_IN_PROGRESS, StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
        StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, StackStatus.REVIEW_IN_PROGRESS, StackStatus.IMPORT_IN_PROGRESS,
        StackStatus.IMPORT_ROLLBACK_IN_PROGRESS,
    ];

    private readonly AwsCaller caller;

    internal CloudFormationApi(CloudFormationClient client, AwsCaller caller) => (this.client, this.caller) = (client, caller);

    /// <summary>Null where the stack does not exist; by id also when it was deleted within 90 days.</summary>
    public async Task<ObservedStack?> DescribeStackAsync(string stack, CancellationToken cancellationToken)
    {
        var answer = await caller.FindAsync("DescribeStacks", ct => client.DescribeStacksAsync(new() { StackName = stack }, ct), cancellationToken);
        return answer?.Stacks?.FirstOrDefault()?.ToObserved();
    }

    /// <summary>The stacks in these statuses, 100 a page; none given: all, with those deleted within 90 days.</summary>
    public IAsyncEnumerable<ObservedStackSummary> ListStacksAsync(IReadOnlyCollection<string> statuses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        var request = new ListStacksRequest { StackStatusFilter = statuses.Count > 0 ? [.. statuses] : null };
        return client.ListStacksPagesAsync(request, caller.Gate<ListStacksResponse>("ListStacks"), cancellationToken)
            .SelectMany(page => page.StackSummaries ?? [])
            .Select(stack => stack.ToObserved());
    }

    /// <summary>The cheap sweep: whatever moves in the target, change sets that wait for their first execution included.</summary>
    public IAsyncEnumerable<ObservedStackSummary> ListStacksInProgressAsync(CancellationToken cancellationToken) =>
        ListStacksAsync(InProgress, cancellationToken);

    /// <summary>Newest first, until an event that <paramref name="seen"/> knows (which is not returned) or the beginning.</summary>
    public IAsyncEnumerable<ObservedEvent> EventsAsync(string stack, Func<string, bool> seen, CancellationToken cancellationToken) =>
        client.DescribeStackEventsPagesAsync(new() { StackName = stack }, caller.Gate<DescribeStackEventsResponse>("DescribeStackEvents"), cancellationToken)
            .SelectMany(page => page.StackEvents ?? [])
            .Select(entry => entry.ToObserved())
            .TakeWhile(entry => !seen(entry.EventId));

    /// <summary>Newest first, until the event <paramref name="lastSeen"/> (not returned); null: all of them.</summary>
    public IAsyncEnumerable<ObservedEvent> EventsAsync(string stack, string? lastSeen, CancellationToken cancellationToken) =>
        EventsAsync(stack, id => id == lastSeen, cancellationToken);

    public IAsyncEnumerable<ObservedResource> ResourcesAsync(string stack, CancellationToken cancellationToken) =>
        client.ListStackResourcesPagesAsync(new() { StackName = stack }, caller.Gate<ListStackResourcesResponse>("ListStackResources"), cancellationToken)
            .SelectMany(page => page.StackResourceSummaries ?? [])
            .Select(resource => resource.ToObserved());

    /// <summary>The template as it was submitted; null where the stack does not exist.</summary>
    public async Task<string?> GetTemplateAsync(string stack, CancellationToken cancellationToken)
    {
        var request = new GetTemplateRequest { StackName = stack, TemplateStage = TemplateStage.Original };
        var answer = await caller.FindAsync("GetTemplate", ct => client.GetTemplateAsync(request, ct), cancellationToken);
        return answer?.TemplateBody;
    }

    /// <summary>Throws with <see cref="AwsFault.ClientFault"/> and AWS's words where the template is malformed.</summary>
    public Task ValidateTemplateAsync(string templateBody, CancellationToken cancellationToken) =>
        caller.ReadAsync("ValidateTemplate", ct => client.ValidateTemplateAsync(new() { TemplateBody = templateBody }, ct), cancellationToken);
}
