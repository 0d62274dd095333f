using System.Text.RegularExpressions;

namespace Portal.Domain.Planning.Composing;

/// <summary>Where the image of a container comes from.</summary>
internal static partial class ImageRepository
{
    /// <summary>The private ECR repository that the image names, whose pulls need leave; null for images that anybody may fetch.</summary>
    public static string? Arn(string image) => Private().Match(image) is { Success: true } name
        ? $"arn:aws:ecr:{name.Groups["region"]}:{name.Groups["account"]}:repository/{name.Groups["repository"]}"
        : null;

    /// <summary>Whether the image lies in a private registry of that region, and is lost with it.</summary>
    public static bool IsOf(string? image, string region) => image is not null && Private().Match(image) is { Success: true } name && name.Groups["region"].Value == region;

    /// <summary>The same image for servers of another region: from a registry of the first, its copy in their own, which ECR makes where replication is on.</summary>
    /// <remarks>https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html</remarks>
    public static string From(string image, string first, string region) => IsOf(image, first) ? image.Replace($".dkr.ecr.{first}.", $".dkr.ecr.{region}.", StringComparison.Ordinal) : image;

    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
    [GeneratedRegex(@"\A(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com/(?<repository>[a-z0-9._/-]+)")]
    private static partial Regex Private();
}
