using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace Portal.Sandbox.Wire;

/// <summary>A request as its signature sees it: method, untouched target, headers, body.</summary>
public sealed partial record SignedRequest(string Method, string RawTarget, IHeaderDictionary Headers, byte[] Body)
{
    public string AmzDate => Header("x-amz-date");

    /// <summary>Always the hash of what arrived: a client's own claim is only accepted where it is the unsigned marker.</summary>
    public string PayloadHash =>
        Header("x-amz-content-sha256") is var claim && claim.StartsWith("UNSIGNED-PAYLOAD", StringComparison.Ordinal) | claim.StartsWith("STREAMING-", StringComparison.Ordinal)
            ? claim
            : Convert.ToHexStringLower(SHA256.HashData(Body));

    public static async Task<SignedRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? context.Request.Path;
        return new SignedRequest(context.Request.Method, target, context.Request.Headers, body.ToArray());
    }

    public string Header(string name) => Spaces().Replace(string.Join(',', Headers[name].Select(v => v?.Trim())), " ");

    /// <summary>S3 signs the path as sent, all others encode it once more.</summary>
    public string CanonicalPath(string service)
    {
        var path = RawTarget.Split('?')[0];
        return service == "s3" ? path : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    public string CanonicalQuery() => string.Join('&', Parameters.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}").Order(StringComparer.Ordinal));

    public string Text() => Encoding.UTF8.GetString(Body);

    /// <summary>Of the query string.</summary>
    public IEnumerable<(string Name, string Value)> Parameters =>
        (RawTarget.Split('?', 2) is [_, var query] ? query : "").Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2)).Select(p => (Uri.UnescapeDataString(p[0]), p.Length > 1 ? Uri.UnescapeDataString(p[1]) : ""));

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
