using System.Text;
using System.Text.RegularExpressions;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.S3;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation;

/// <summary>Where a call's template comes from: its body, an object in S3, or the stack itself.</summary>
public sealed partial class TemplateSource(ObjectStore objects)
{
    private const int MaxObjectBytes = 1_000_000;
    private const string More = "\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html";

    public string Body(AwsCall call, StackInput? previous)
    {
        var query = call.Query;
        if (query.Flag("UsePreviousTemplate")) return previous?.Template ?? throw AwsException.Validation("No template found for the stack.");
        if (query["TemplateURL"] is { Length: > 0 } url) return Stored(call, url);
        var body = query["TemplateBody"] ?? throw AwsException.Validation("Either Template URL or Template Body must be specified.");
        return Encoding.UTF8.GetByteCount(body) <= TemplateChecks.MaxBodyBytes ? body
            : throw AwsException.Validation($"1 validation error detected: Value '{body}' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to {TemplateChecks.MaxBodyBytes}");
    }

    /// <summary>S3's own hosts, and the sandbox's where a client made the URL from its endpoint.</summary>
    private string Stored(AwsCall call, string url)
    {
        var own = $"http://{call.Request.Header("Host")}/";
        var match = url.StartsWith(own, StringComparison.Ordinal) ? Path().Match(url[own.Length..]) : VirtualHost().Match(url) is { Success: true } host ? host : PathStyle().Match(url);
        if (!match.Success) throw AwsException.Validation("TemplateURL must be a supported URL.");
        var (bucket, key) = (match.Groups["bucket"].Value, Uri.UnescapeDataString(match.Groups["key"].Value));
        if (objects.Bucket(bucket) is not { } standing || standing.Account != call.Account) throw AwsException.Validation("S3 error: Access Denied" + More);
        var stored = objects.Find(bucket, key) ?? throw AwsException.Validation("S3 error: The specified key does not exist." + More);
        return stored.Body.Length <= MaxObjectBytes ? Encoding.UTF8.GetString(stored.Body) : throw AwsException.Validation($"Template may not exceed {MaxObjectBytes} bytes in size.");
    }

    [GeneratedRegex(@"^https://(?<bucket>[a-z0-9.-]+)\.s3[.-](?:[a-z0-9-]+\.)?amazonaws\.com/(?<key>[^?]+)")]
    private static partial Regex VirtualHost();

    [GeneratedRegex(@"^https://s3[.-](?:[a-z0-9-]+\.)?amazonaws\.com/(?<bucket>[a-z0-9.-]+)/(?<key>[^?]+)")]
    private static partial Regex PathStyle();

    [GeneratedRegex("^(?<bucket>[a-z0-9.-]+)/(?<key>[^?]+)")]
    private static partial Regex Path();
}
