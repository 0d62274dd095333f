using System.Collections.Immutable;
using Portal.Data.Deployments;
using Portal.Data.Environments;

namespace Portal.Web.Environments;

/// <summary>What a watch knows: the environment as last read and its recent events.</summary>
internal sealed record LiveState
{
    public int Version { get; init; }

    public EnvironmentView? Environment { get; init; }

    public DeploymentView? Deployment { get; init; }

    /// <summary>Changes whenever something that viewers see changes.</summary>
    public string Print { get; init; } = "";

    /// <summary>Every event with a greater number, up to <see cref="LastSeq"/>, is in <see cref="Recent"/>.</summary>
    public required long RecentAfter { get; init; }

    public ImmutableList<EventRow> Recent { get; init; } = [];

    public long LastSeq => Recent.IsEmpty ? RecentAfter : Recent[^1].Seq;

    public static LiveState NothingAfter(long seq) => new() { RecentAfter = seq };

    /// <summary>With newer events; of more than <paramref name="keep"/> the oldest are left to the database.</summary>
    public LiveState With(IReadOnlyList<EventRow> newer, int keep)
    {
        var all = Recent.AddRange(newer);
        var surplus = Math.Max(0, all.Count - keep);
        return this with { Recent = all.RemoveRange(0, surplus), RecentAfter = surplus > 0 ? all[surplus - 1].Seq : RecentAfter };
    }
}
