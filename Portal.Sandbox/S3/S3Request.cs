using Portal.Sandbox.Wire;

namespace Portal.Sandbox.S3;

/// <summary>A path-style S3 request: which bucket and key, and what it asks for.</summary>
public sealed record S3Request(string Bucket, string Key, string Operation)
{
    public static S3Request Of(SignedRequest request)
    {
        var path = request.RawTarget.Split('?')[0].TrimStart('/');
        var slash = path.IndexOf('/');
        var bucket = Uri.UnescapeDataString(slash < 0 ? path : path[..slash]);
        var key = slash < 0 ? "" : Uri.UnescapeDataString(path[(slash + 1)..]);
        return new S3Request(bucket, key, Name(request, bucket, key));
    }

    private static string Name(SignedRequest request, string bucket, string key) => (request.Method, bucket.Length > 0, key.Length > 0) switch
    {
        ("GET", false, _) => "ListBuckets",
        ("HEAD", true, false) => "HeadBucket",
        ("GET", true, false) when request.Parameters.Any(p => p.Name == "location") => "GetBucketLocation",
        ("GET", true, false) => "ListObjectsV2",
        ("PUT", true, true) => "PutObject",
        ("GET", true, true) => "GetObject",
        ("HEAD", true, true) => "HeadObject",
        ("DELETE", true, true) => "DeleteObject",
        _ => $"{request.Method}{(key.Length > 0 ? "Object" : "Bucket")}",
    };
}
