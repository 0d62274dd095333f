namespace Portal.Tests.Architecture;

/// <summary>The same noun names the same folder in every project, so whoever knows one project finds the way in the others.</summary>
public sealed class FolderTests
{
    private static readonly string[] Nouns =
    [
        "Requests", "Sizing", "Resilience", "Planning", "Templates", "Controls", "Costs", "Approvals",
        "Environments", "Deployments", "Exporting", "Health", "Drills", "Audit", "Identity", "Accounts",
    ];

    /// <summary>What a project has besides the shared nouns, because of what it is.</summary>
    public static TheoryData<string, string[]> Own => new()
    {
        { "Portal.Domain", ["Facts"] },
        { "Portal.Data", ["Storage", "Migrations"] },
        { "Portal.Worker", ["Aws", "CommandLine", "Hosting"] },
        { "Portal.Web", ["Api", "Components", "Drawing", "Hosting", "wwwroot"] },
    };

    [Theory]
    [MemberData(nameof(Own))]
    public void Folder_IsASharedNoun_OrBelongsToWhatTheProjectIs(string project, string[] own)
    {
        var strangers = Directory.GetDirectories(Path.Combine(Repository.Root, project))
            .Select(d => Path.GetFileName(d)!)
            .Except(["bin", "obj", "data", .. own, .. Nouns]);

        Assert.Empty(strangers);
    }
}
