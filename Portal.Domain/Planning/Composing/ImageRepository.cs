using System.Text.RegularExpressions;

namespace Portal.Domain.Planning.Composing;

/// <summary>Where the image of a container comes from.</summary>
internal static partial class ImageRepository
{
    /// <summary>The private ECR repository that the image names, whose pulls need leave; null for images that anybody may fetch.</summary>
    public static string? Arn(string image) => Private().Match(image) is { Success: true } name
        ? $"arn:aws:ecr:{name.Groups["region"]}:{name.Groups["account"]}:repository/{name.Groups["repository"]}"
        : null;

    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
    [GeneratedRegex(@"\A(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com/(?<repository>[a-z0-9._/-]+)")]
    private static partial Regex Private();
}
