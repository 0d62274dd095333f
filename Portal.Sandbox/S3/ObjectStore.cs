using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.Store;

namespace Portal.Sandbox.S3;

public sealed record StoredObject
{
    public required string Key { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset At { get; init; }
    public string ContentType { get; init; } = "binary/octet-stream";

    /// <summary>The x-amz-meta-… headers, names included.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    [JsonIgnore]
#pragma warning disable CA5351 // S3 defines the ETag of a whole upload as its MD5; it protects nothing.
    public string ETag => $"\"{Convert.ToHexStringLower(MD5.HashData(Body))}\"";
#pragma warning restore CA5351
}

public sealed record StandingBucket(string Name, string Account, string Region, DateTimeOffset Created);

/// <summary>Objects in the buckets that stacks have made; there are no other buckets.</summary>
public sealed class ObjectStore(DurableStore store, StackTables tables)
{
    private readonly Table<StoredObject> objects = store.Table<StoredObject>("object");

    public IEnumerable<StandingBucket> Buckets =>
        from stack in tables.Stacks.All
        from resource in tables.Resources.In(stack.Id)
        where resource is { Type: "AWS::S3::Bucket", Exists: true }
        select new StandingBucket(resource.PhysicalId!, stack.Account, stack.Region, resource.UpdatedAt);

    public StandingBucket? Bucket(string name) => Buckets.FirstOrDefault(b => b.Name == name);

    public IReadOnlyList<StoredObject> In(string bucket) => objects.In(bucket);

    public StoredObject? Find(string bucket, string key) => objects.Find(bucket, key);

    public void Put(string bucket, StoredObject value) => objects.Put(bucket, value.Key, value);

    public void Delete(string bucket, string key) => objects.Remove(bucket, key);
}
