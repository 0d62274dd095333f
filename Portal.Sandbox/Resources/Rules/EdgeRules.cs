using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources.Rules;

/// <summary>What serves the edge lives in us-east-1.</summary>
internal static class EdgeRules
{
    private const string Home = "us-east-1";

    public static string? WebAcl(StackState stack, Node properties) => properties["Scope"]?.AsText == "CLOUDFRONT" && stack.Region != Home
        ? Refusals.Handler("Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT", "InvalidRequest", "Wafv2")
        : null;

    public static string? Distribution(StandingResources standing, StackState stack, Node properties)
    {
        var config = properties["DistributionConfig"];
        if (config?["ViewerCertificate"]?["AcmCertificateArn"]?.AsText is { } arn && !arn.StartsWith($"arn:aws:acm:{Home}:", StringComparison.Ordinal))
            return Refused("The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.");
        return config?["Logging"]?["Bucket"]?.AsText is { } domain && !TakesAccessLists(standing, stack, domain)
            ? Refused($"The S3 bucket that you specified for CloudFront logs does not enable ACL access: {domain}")
            : null;
    }

    /// <summary>Since April 2023 new buckets have no access lists unless their ownership controls say so. A bucket that no stack made is taken to have them.</summary>
    private static bool TakesAccessLists(StandingResources standing, StackState stack, string domain) => standing.Stacks.Where(s => s.Account == stack.Account)
        .SelectMany(standing.In).Where(r => r.Type == "AWS::S3::Bucket" && domain.StartsWith($"{r.PhysicalId}.s3.", StringComparison.Ordinal))
        .All(r => r.PropertyNode["OwnershipControls"]?["Rules"]?.AsItems.Any(rule => rule["ObjectOwnership"]?.AsText is "BucketOwnerPreferred" or "ObjectWriter") is true);

    private static string Refused(string why) => Refusals.Handler($"Invalid request provided: AWS::CloudFront::Distribution: {why}", "InvalidRequest", "CloudFront");

    public static string? QueryLog(Node properties) =>
        properties["QueryLoggingConfig"]?["CloudWatchLogsLogGroupArn"]?.AsText is { } arn && !arn.StartsWith($"arn:aws:logs:{Home}:", StringComparison.Ordinal)
            ? Refusals.Handler("There is no CloudWatch Logs log group with the specified ARN.", "InvalidRequest", "Route53")
            : null;

    public static string? SigningKey(Node properties) =>
        properties["KeyManagementServiceArn"]?.AsText is { } arn && !arn.StartsWith($"arn:aws:kms:{Home}:", StringComparison.Ordinal)
            ? Refusals.Handler("The KeyManagementServiceArn that you specified isn't valid to use with DNSSEC signing.", "InvalidRequest", "Route53")
            : null;
}
