namespace Portal.Domain.Controls;

/// <summary>Buckets behind a distribution that nothing of the environment fills: what lies there was made elsewhere, and is published again from there.</summary>
internal static class PublishedContent
{
    private static readonly string[] Writing = ["Put", "Delete", "Replicate", "Restore", "Create", "*"];

    /// <summary>It must keep versions too: publishing again brings back what is gone, a version what was overwritten by mistake.</summary>
    public static bool Is(Inventory inventory, ControlledResource bucket) =>
        bucket["VersioningConfiguration/Status"].Is("Enabled")
        && inventory.OfType("AWS::CloudFront::Distribution").Any(distribution => distribution["DistributionConfig/Origins"].Items.Any(origin => origin["DomainName"].Reaches(bucket)))
        && !Documents(inventory).SelectMany(Policies.Statements).Any(statement => LetsWrite(statement, bucket));

    /// <summary>What roles of the environment may do, and what the buckets allow whom.</summary>
    private static IEnumerable<ControlledValue> Documents(Inventory inventory) =>
    [
        .. inventory.OfType("AWS::IAM::ManagedPolicy", "AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::S3::BucketPolicy").Select(policy => policy["PolicyDocument"]),
        .. inventory.OfType("AWS::IAM::Role").SelectMany(role => role["Policies"].Items).Select(policy => policy["PolicyDocument"]),
    ];

    private static bool LetsWrite(ControlledValue statement, ControlledResource bucket) => Policies.Allows(statement)
        && (statement["NotAction"].Exists || Policies.Actions(statement).Any(IsWrite))
        && (Policies.OnEverything(statement) || statement["NotResource"].Exists || statement["Resource"].Items.Any(resource => resource.Reaches(bucket) || resource.Text?.StartsWith("arn:aws:s3:::*", StringComparison.Ordinal) == true));

    private static bool IsWrite(string action) => action == "*"
        || (action.StartsWith("s3:", StringComparison.OrdinalIgnoreCase) && Array.Exists(Writing, verb => action["s3:".Length..].StartsWith(verb, StringComparison.OrdinalIgnoreCase)));
}
