using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>The object storage. There is one kind: versions undo a corruption, and a second region gets a copy where there is one.</summary>
internal static class ObjectsTopics
{
    public const string Name = "object storage";

    private static readonly string[] Asked = [SheetPaths.Objects];

    public static IEnumerable<Topic> Of(Design chosen)
    {
        if (chosen.Objects is not { } objects)
        {
            yield break;
        }

        var readers = objects.IsPublic ? "; users read them through CloudFront, so they lie in the static site's bucket" : "";
        yield return new Topic(Name, ObjectsOption.Kind, Asked, $"each object lies in three zones, and what is overwritten or deleted stays as an older version{readers}", null, []);
        if (objects.Copy is { } copy)
        {
            yield return new Topic("objects in the second region", $"a copy in {copy.Region}", Asked, "S3 commits to copying within fifteen minutes", null, []) { ServesRegions = true };
        }
    }
}
