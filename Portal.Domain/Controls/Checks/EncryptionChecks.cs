namespace Portal.Domain.Controls.Checks;

/// <summary>What is stored is encrypted with keys of the environment's own, and the keys turn over.</summary>
internal static class EncryptionChecks
{
    /// <summary>Databases, tables, caches, buckets, volumes, secrets and backups.</summary>
    public static CheckOutcome Data(Inventory inventory) => new Verdict()
        .Judge(StoredData.Databases(inventory), Database)
        .Judge(StoredData.Tables(inventory), Table)
        .Judge(StoredData.Caches(inventory), Cache)
        .Judge(StoredData.Buckets(inventory), bucket => Bucket(inventory, bucket))
        .Judge(inventory.OfType("AWS::EC2::LaunchTemplate"), Volumes)
        .Judge(inventory.OfType("AWS::SecretsManager::Secret"), secret => Encrypted(true, secret["KmsKeyId"], "a secret"))
        .Judge(inventory.OfType("AWS::Backup::BackupVault"), vault => Encrypted(true, vault["EncryptionKeyArn"], "a backup vault"))
        .OrMissing("the plan stores nothing that could be encrypted");

    /// <summary>Log groups, topics, queues and trails.</summary>
    public static CheckOutcome Logs(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::Logs::LogGroup"), group => Encrypted(true, group["KmsKeyId"], "a log group"))
        .Judge(inventory.OfType("AWS::SNS::Topic"), topic => Encrypted(true, topic["KmsMasterKeyId"], "a topic"))
        .Judge(inventory.OfType("AWS::SQS::Queue"), queue => Encrypted(true, queue["KmsMasterKeyId"], "a queue"))
        .Judge(inventory.OfType("AWS::CloudTrail::Trail"), trail => Encrypted(true, trail["KMSKeyId"], "a trail"))
        .OrMissing("there is no log");

    /// <summary>Keys that encrypt rotate. Those that sign cannot: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html</summary>
    public static CheckOutcome KeyRotation(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::KMS::Key").Where(key => !key["KeyUsage"].Is("SIGN_VERIFY")), key => key["EnableKeyRotation"].IsTrue ? null : "a key does not rotate")
        .OrMissing("there is no key");

    /// <summary>CloudFormation lets a copy say nothing of its encryption: RDS gives it the source's, with the source's key in the same region and with a key that the copy names in another.</summary>
    /// <remarks>
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html (StorageEncrypted, KmsKeyId)
    /// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html (KmsKeyId)
    /// </remarks>
    private static string? Database(ControlledResource database)
    {
        if (StoredData.Source(database) is not { Exists: true } named)
        {
            return Encrypted(database["StorageEncrypted"].IsTrue, database["KmsKeyId"], "a database");
        }

        return named.Targets.FirstOrDefault(target => target.Type == database.Type) is not { } source ? "a database copies one that the plan does not know"
            : Database(source) is not null ? "a database copies one that is not encrypted with a key of its own"
            : source.Stack.Region == database.Stack.Region || IsOwnKey(database["KmsKeyId"]) ? null : "a copy of a database names no key of its region";
    }

    private static string? Table(ControlledResource table)
    {
        var parts = StoredData.Replicas(table).ToList();
        return Encrypted(
            table["SSESpecification/SSEEnabled"].IsTrue && table["SSESpecification/SSEType"].Is("KMS") && parts.TrueForAll(part => IsOwnKey(part["SSESpecification"]["KMSMasterKeyId"])),
            parts.FirstOrDefault()["SSESpecification"]["KMSMasterKeyId"], "a table");
    }

    private static string? Cache(ControlledResource cache) => cache.Type switch
    {
        "AWS::ElastiCache::CacheCluster" => "a cache of this kind cannot encrypt what it stores",
        "AWS::ElastiCache::ServerlessCache" => Encrypted(true, cache["KmsKeyId"], "a cache"),
        _ => Encrypted(cache["AtRestEncryptionEnabled"].IsTrue, cache["KmsKeyId"], "a cache"),
    };

    /// <summary>Load balancers and S3's own access logs write only to buckets with S3-managed keys.</summary>
    /// <remarks>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html, https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html</remarks>
    private static string? Bucket(Inventory inventory, ControlledResource bucket)
    {
        var rules = bucket["BucketEncryption/ServerSideEncryptionConfiguration"].Items.Select(rule => rule["ServerSideEncryptionByDefault"]).ToList();
        if (rules.Any(rule => rule["SSEAlgorithm"].Is("AES256")) && StoredData.LogBuckets(inventory).Contains(bucket))
        {
            return null;
        }

        return Encrypted(rules.Count > 0 && rules.TrueForAll(rule => rule["SSEAlgorithm"].Text is "aws:kms" or "aws:kms:dsse"), rules.FirstOrDefault()["KMSMasterKeyID"], "a bucket");
    }

    private static string? Volumes(ControlledResource launchTemplate)
    {
        var volumes = launchTemplate["LaunchTemplateData/BlockDeviceMappings"].Items.Select(mapping => mapping["Ebs"]).ToList();
        return Encrypted(volumes.Count > 0 && volumes.TrueForAll(volume => volume["Encrypted"].IsTrue && IsOwnKey(volume["KmsKeyId"])), volumes.FirstOrDefault()["KmsKeyId"], "a volume");
    }

    private static string? Encrypted(bool on, ControlledValue key, string what) => !on ? $"{what} is not encrypted" : IsOwnKey(key) ? null : $"{what} is not encrypted with a key of its own";

    private static bool IsOwnKey(ControlledValue key) =>
        key.Targets.Any(target => target.Type is "AWS::KMS::Key" or "AWS::KMS::ReplicaKey") || key.Text?.Contains(":key/", StringComparison.Ordinal) == true;
}
