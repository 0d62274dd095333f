using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.S3;

/// <summary>S3 as far as template artifacts go: whole objects, path style, buckets from stacks.</summary>
public sealed class S3Service(ObjectStore objects) : IAwsService
{
    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public string XmlNamespace => Namespace.NamespaceName;

    public bool Mutates(string operation) => operation is "PutObject" or "DeleteObject";

    public AwsReply Answer(AwsCall call)
    {
        var request = S3Request.Of(call.Request);
        if (request.Operation == "ListBuckets") return ListBuckets(call);
        var bucket = objects.Bucket(request.Bucket) ?? throw new AwsException(404, "NoSuchBucket", "The specified bucket does not exist");
        if (bucket.Account != call.Account) throw new AwsException(403, "AccessDenied", "Access Denied");
        if (bucket.Region != call.Region) return Error(301, "PermanentRedirect", "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.", call.RequestId).With("x-amz-bucket-region", bucket.Region);
        return request.Operation switch
        {
            "HeadBucket" => Empty(200).With("x-amz-bucket-region", bucket.Region),
            "GetBucketLocation" => Xml(new XElement(Namespace + "LocationConstraint", bucket.Region == "us-east-1" ? null : bucket.Region)),
            "ListObjectsV2" => ListObjects(call, request),
            "PutObject" => Put(call, request),
            "GetObject" => Get(request),
            "HeadObject" => Get(request) with { Body = [] },
            "DeleteObject" => Delete(request),
            _ => throw new AwsException(501, "NotImplemented", "A header or query you provided implies functionality that is not implemented"),
        };
    }

    public static AwsReply Error(int status, string code, string message, string requestId) =>
        Xml(new XElement("Error", new XElement("Code", code), new XElement("Message", message), new XElement("RequestId", requestId))) with { Status = status };

    private AwsReply ListBuckets(AwsCall call) => Xml(Namespaced(new XElement("ListAllMyBucketsResult", new XElement("Owner", new XElement("ID", call.Account)),
        new XElement("Buckets", objects.Buckets.Where(b => b.Account == call.Account).Select(b => new XElement("Bucket", new XElement("Name", b.Name), new XElement("CreationDate", Wire.Xml.Time(b.Created))))))));

    private AwsReply ListObjects(AwsCall call, S3Request request)
    {
        var prefix = call.Request.Parameters.FirstOrDefault(p => p.Name == "prefix").Value ?? "";
        var found = objects.In(request.Bucket).Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(o => o.Key, StringComparer.Ordinal).ToList();
        return Xml(Namespaced(new XElement("ListBucketResult", new XElement("Name", request.Bucket), new XElement("Prefix", prefix), new XElement("KeyCount", found.Count), new XElement("MaxKeys", 1000), new XElement("IsTruncated", false),
            found.Select(o => new XElement("Contents", new XElement("Key", o.Key), new XElement("LastModified", Wire.Xml.Time(o.At)), new XElement("ETag", o.ETag), new XElement("Size", o.Body.Length), new XElement("StorageClass", "STANDARD"))))));
    }

    private AwsReply Put(AwsCall call, S3Request request)
    {
        var http = call.Request;
        var chunked = http.Header("Content-Encoding").Contains("aws-chunked", StringComparison.Ordinal) || http.PayloadHash.StartsWith("STREAMING-", StringComparison.Ordinal);
        var stored = new StoredObject
        {
            Key = request.Key, Body = chunked ? AwsChunked.Decode(http.Body) : http.Body, At = call.Now,
            ContentType = http.Header("Content-Type") is { Length: > 0 } type ? type : "binary/octet-stream",
            Metadata = http.Headers.Where(h => h.Key.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase)).ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()),
        };
        objects.Put(request.Bucket, stored);
        return Empty(200).With("ETag", stored.ETag);
    }

    private AwsReply Get(S3Request request)
    {
        var found = objects.Find(request.Bucket, request.Key) ?? throw new AwsException(404, "NoSuchKey", "The specified key does not exist.");
        var reply = new AwsReply(200, found.ContentType, found.Body) { Length = found.Body.Length }
            .With("ETag", found.ETag).With("Last-Modified", found.At.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
        return found.Metadata.Aggregate(reply, (r, m) => r.With(m.Key, m.Value));
    }

    private AwsReply Delete(S3Request request)
    {
        objects.Delete(request.Bucket, request.Key);
        return Empty(204);
    }

    private static AwsReply Empty(int status) => new(status, "application/xml", []);

    private static XElement Namespaced(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf()) element.Name = Namespace + element.Name.LocalName;
        return root;
    }

    private static AwsReply Xml(XElement root) => new(200, "application/xml", Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)));
}
