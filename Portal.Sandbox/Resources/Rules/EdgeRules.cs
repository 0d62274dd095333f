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

    public static string? Distribution(Node properties) =>
        properties["DistributionConfig"]?["ViewerCertificate"]?["AcmCertificateArn"]?.AsText is { } arn && !arn.StartsWith($"arn:aws:acm:{Home}:", StringComparison.Ordinal)
            ? Refusals.Handler("Invalid request provided: AWS::CloudFront::Distribution: The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.", "InvalidRequest", "CloudFront")
            : null;

    public static string? QueryLog(Node properties) =>
        properties["QueryLoggingConfig"]?["CloudWatchLogsLogGroupArn"]?.AsText is { } arn && !arn.StartsWith($"arn:aws:logs:{Home}:", StringComparison.Ordinal)
            ? Refusals.Handler("There is no CloudWatch Logs log group with the specified ARN.", "InvalidRequest", "Route53")
            : null;

    public static string? SigningKey(Node properties) =>
        properties["KeyManagementServiceArn"]?.AsText is { } arn && !arn.StartsWith($"arn:aws:kms:{Home}:", StringComparison.Ordinal)
            ? Refusals.Handler("The KeyManagementServiceArn that you specified isn't valid to use with DNSSEC signing.", "InvalidRequest", "Route53")
            : null;
}
