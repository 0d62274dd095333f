namespace Portal.Domain.Planning.Search.Regions;

/// <summary>The sets of regions within which a global table can be strongly consistent; three regions of one set hold it.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-dynamodb-globaltable-globaltablewitness.html</remarks>
internal static class StrongRegions
{
    private static readonly string[][] Sets =
    [
        ["us-east-1", "us-east-2", "us-west-2"],
        ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"],
        ["ap-northeast-1", "ap-northeast-2", "ap-northeast-3"],
    ];

    /// <summary>Whether these regions lie in one set.</summary>
    public static bool HoldAll(IReadOnlyCollection<string> regions) => Array.Exists(Sets, set => regions.All(set.Contains));

    /// <summary>The other regions of the set that holds all of these; none where no set does.</summary>
    public static IEnumerable<string> Beside(IReadOnlyCollection<string> regions) => Sets.Where(set => regions.All(set.Contains)).SelectMany(set => set.Except(regions));
}
