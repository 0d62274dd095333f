namespace Portal.Domain.Approvals;

/// <summary>
/// What the account looked like when the plan was signed: per stack "absent" or its id and last update, and the image ids that the
/// plan's public parameters named. A signature is worth nothing once one of them has moved.
/// </summary>
/// <param name="Stacks">Stack name to <c>absent</c> or <c>id@last update</c>.</param>
/// <param name="Images"><c>region/parameter</c> to image id; a parameter nobody has resolved yet is left out and pinned by the deployment.</param>
public sealed record BaseState(IReadOnlyDictionary<string, string> Stacks, IReadOnlyDictionary<string, string> Images)
{
    public const string Absent = "absent";

    public static BaseState Empty { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>What differs, in words for the person whose signature no longer counts.</summary>
    public IReadOnlyList<string> DifferencesTo(BaseState now) =>
        [.. Differences(Stacks, now.Stacks, "stack"), .. Differences(Images, now.Images, "image")];

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> signed, IReadOnlyDictionary<string, string> now, string what) =>
        from entry in signed
        let current = now.GetValueOrDefault(entry.Key)
        where current is not null && current != entry.Value
        orderby entry.Key
        select $"{what} {entry.Key} was {entry.Value} when signed and is {current} now";
}
