using Portal.Sandbox.CloudFormation;
using Portal.Sandbox.CloudFormation.ChangeSets;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.Store;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Control;

public sealed record JournalEntry
{
    public required long Seq { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Account { get; init; }
    public required string Region { get; init; }
    public required string Operation { get; init; }
    public string? Stack { get; init; }
    public string? StackId { get; init; }
    public string? ChangeSet { get; init; }
    public string? Token { get; init; }

    /// <summary>accepted, refused or replayed.</summary>
    public required string Outcome { get; init; }
    public string? Code { get; init; }
    public string? Principal { get; init; }
}

/// <summary>Every call that could change something, in order.</summary>
public sealed class CallJournal(DurableStore store, StackFinder finder, ChangeSetTable changeSets)
{
    private const string Owner = "journal";
    private readonly Table<JournalEntry> entries = store.Table<JournalEntry>("journal");

    public IReadOnlyList<JournalEntry> All => entries.In(Owner);

    /// <summary>The stack a call means has to be looked up before the call: afterwards its name may belong to nobody.</summary>
    public JournalEntry Start(AwsCall call)
    {
        var set = call.Query["ChangeSetName"];
        var known = set is not null && set.StartsWith("arn:", StringComparison.Ordinal) ? changeSets.ById(set) : null;
        var named = call.Query["StackName"];
        var stack = named is null ? null : finder.Find(call, named);
        return new JournalEntry
        {
            Seq = All.Count + 1, At = call.Now, Account = call.Account, Region = call.Region, Operation = call.Operation,
            Stack = stack?.Name ?? known?.StackName ?? (named is not null && CloudFormation.Stacks.StackId.TryParse(named, out var id) ? id.Name : named), StackId = stack?.Id ?? known?.StackId,
            ChangeSet = known?.Name ?? set, Token = call.Query["ClientRequestToken"] ?? call.Query["ClientToken"], Outcome = "accepted", Principal = call.Principal.Arn,
        };
    }

    /// <summary>With the id of a stack that only exists since the call.</summary>
    public void Add(AwsCall call, JournalEntry entry)
    {
        var id = entry.StackId ?? (call.Query["StackName"] is { } named ? finder.Find(call, named)?.Id : null);
        entries.Put(Owner, entry.Seq.ToString("D12"), entry with { StackId = id });
    }
}
