namespace Portal.Domain.Deployments;

/// <summary>The stack policy of stacks that hold data: an update may change them, but neither replace nor delete what stores something.</summary>
public static class StackPolicies
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html
    public const string KeepData =
        """
        {
          "Statement": [
            { "Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*" },
            {
              "Effect": "Deny",
              "Action": ["Update:Replace", "Update:Delete"],
              "Principal": "*",
              "Resource": "*",
              "Condition": {
                "StringEquals": {
                  "ResourceType": [
                    "AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::RDS::GlobalCluster", "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable",
                    "AWS::S3::Bucket", "AWS::ElastiCache::ReplicationGroup", "AWS::KMS::Key", "AWS::Backup::BackupVault", "AWS::SecretsManager::Secret"
                  ]
                }
              }
            }
          ]
        }
        """;
}
