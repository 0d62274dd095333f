namespace Portal.Domain.Controls;

/// <summary>Which stores a backup plan covers, and which need none because something else keeps them.</summary>
internal static class BackedUp
{
    /// <summary>How resources of a kind are named, wherever they stand: what a selection by tag must list to take one.</summary>
    private static readonly Dictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["AWS::RDS::DBInstance"] = ":db:",
        ["AWS::RDS::DBCluster"] = ":cluster:",
        ["AWS::DynamoDB::GlobalTable"] = ":table/",
        ["AWS::DynamoDB::Table"] = ":table/",
        ["AWS::S3::Bucket"] = ":s3:::",
    };

    /// <summary>Everything that only a backup brings back: originals of databases, tables, and buckets that neither a copy nor a publisher keeps.</summary>
    public static IReadOnlyList<ControlledResource> Stores(Inventory inventory) =>
        [.. Originals(inventory), .. StoredData.Tables(inventory), .. StoredData.DataBuckets(inventory).Where(bucket => !IsReplicated(inventory, bucket) && !PublishedContent.Is(inventory, bucket))];

    public static IEnumerable<ControlledResource> Originals(Inventory inventory) => StoredData.Databases(inventory).Where(database => !StoredData.IsCopy(database));

    /// <summary>What keeps the buckets that no backup plan has to cover, in sentences for people.</summary>
    public static IEnumerable<string> Remarks(Inventory inventory) => StoredData.DataBuckets(inventory).Select(bucket => $"{bucket.Stack.Name}/{bucket.LogicalId}" is var name && bucket["ReplicationConfiguration"].Exists
        ? $"No backup plan covers {name}: its earlier versions and its copy in another region keep it; try now and then to bring an object back from both."
        : !IsReplicated(inventory, bucket) && PublishedContent.Is(inventory, bucket)
        ? $"No backup plan covers {name}: it holds published content, which no role of the environment may write; earlier versions are kept, and whoever publishes it must be able to publish it again."
        : null).OfType<string>();

    /// <summary>By name, by everything, or by tag among the kinds that the selection lists; never what it excludes.</summary>
    public static bool IsSelected(Inventory inventory, ControlledResource plan, ControlledResource store) => inventory.OfType("AWS::Backup::BackupSelection").Any(selection =>
        selection["BackupPlanId"].Reaches(plan) && selection["BackupSelection"] is var what && !what["NotResources"].Reaches(store) && Names(what, store));

    private static bool Names(ControlledValue what, ControlledResource store)
    {
        var listed = what["Resources"].Items;
        var byTag = what["ListOfTags"].Exists || what["Conditions"].Exists;
        return (byTag && listed.Count == 0) || listed.Any(resource => resource.Is("*") || resource.Reaches(store) || (byTag && IsOfKind(resource.Text, store)));
    }

    private static bool IsOfKind(string? pattern, ControlledResource store) =>
        pattern is not null && pattern.EndsWith('*') && Kinds.TryGetValue(store.Type, out var kind) && pattern.Contains(kind, StringComparison.Ordinal);

    /// <summary>Either end of a replication: what is lost at one is still at the other.</summary>
    private static bool IsReplicated(Inventory inventory, ControlledResource bucket) => bucket["ReplicationConfiguration"].Exists
        || StoredData.Buckets(inventory).Any(source => source["ReplicationConfiguration/Rules"].Items.Any(rule => rule["Destination"]["Bucket"].Reaches(bucket)));
}
