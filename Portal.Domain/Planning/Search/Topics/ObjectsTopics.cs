namespace Portal.Domain.Planning.Search.Topics;

/// <summary>The object storage. There is one kind: versions undo a corruption, and a second region gets a copy where there is one.</summary>
internal static class ObjectsTopics
{
    public const string Name = "object storage";

    private static readonly string[] Asked = [SheetPaths.Objects];

    public static IEnumerable<Topic> Of(Design chosen)
    {
        if (chosen.Objects is { } objects)
        {
            var copies = objects.Copy is null ? "" : "; S3 commits to copying within fifteen minutes";
            var readers = objects.IsPublic ? "; users read them through CloudFront, so they lie in the static site's bucket" : "";
            yield return new Topic(Name, objects.Name, Asked, $"each object lies in three zones, and what is overwritten or deleted stays as an older version{copies}{readers}", null, []);
        }
    }
}
