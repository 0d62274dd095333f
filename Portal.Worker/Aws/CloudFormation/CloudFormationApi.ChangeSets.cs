using Portal.Worker.Aws.Generated.CloudFormation;

namespace Portal.Worker.Aws.CloudFormation;

public sealed partial class CloudFormationApi
{
    public async Task<ChangeSetIds> CreateChangeSetAsync(NewChangeSet changeSet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changeSet);
        var answer = await caller.MutateAsync("CreateChangeSet", ct => client.CreateChangeSetAsync(changeSet.ToRequest(), ct), cancellationToken);
        return new ChangeSetIds(answer.StackId ?? "", answer.Id ?? "");
    }

    /// <summary>Null where stack or change set does not exist. All pages of changes are read.</summary>
    public Task<ObservedChangeSet?> DescribeChangeSetAsync(string stack, string changeSet, CancellationToken cancellationToken) => AwsCaller.UnlessGoneAsync(async () =>
    {
        ObservedChangeSet? described = null;
        var request = new DescribeChangeSetRequest { StackName = stack, ChangeSetName = changeSet };
        await foreach (var page in client.DescribeChangeSetPagesAsync(request, caller.Gate<DescribeChangeSetResponse>("DescribeChangeSet"), cancellationToken))
        {
            var observed = page.ToObserved();
            described = described is null ? observed : described with { Changes = [.. described.Changes, .. observed.Changes] };
        }
        return described;
    });

    /// <summary>The change sets of a stack; none where the stack does not exist.</summary>
    public async Task<IReadOnlyList<ObservedChangeSetSummary>> ListChangeSetsAsync(string stack, CancellationToken cancellationToken) =>
        await AwsCaller.UnlessGoneAsync<IReadOnlyList<ObservedChangeSetSummary>>(async () =>
            await client.ListChangeSetsPagesAsync(new() { StackName = stack }, caller.Gate<ListChangeSetsResponse>("ListChangeSets"), cancellationToken)
                .SelectMany(page => page.Summaries ?? [])
                .Select(summary => summary.ToObserved())
                .ToListAsync(cancellationToken)) ?? [];

    /// <summary>Every event that follows carries <paramref name="token"/>.</summary>
    public Task ExecuteChangeSetAsync(string stack, string changeSet, string token, CancellationToken cancellationToken) =>
        caller.MutateAsync(
            "ExecuteChangeSet",
            ct => client.ExecuteChangeSetAsync(new() { StackName = stack, ChangeSetName = changeSet, ClientRequestToken = token }, ct),
            cancellationToken);

    /// <summary>A change set that is gone already is no fault.</summary>
    public Task DeleteChangeSetAsync(string stack, string changeSet, CancellationToken cancellationToken) => AwsCaller.UnlessGoneAsync(() =>
        caller.MutateAsync("DeleteChangeSet", ct => client.DeleteChangeSetAsync(new() { StackName = stack, ChangeSetName = changeSet }, ct), cancellationToken));
}
