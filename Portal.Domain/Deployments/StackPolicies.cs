namespace Portal.Domain.Deployments;

/// <summary>
/// The stack policy of stacks that hold data: an update may change them, but neither replace nor delete what stores something. It names resources by their logical ids,
/// the same in every stack, since of one type some keep data and others, as readers of a database, come and go with the load. Keys of what a sheet may switch off, as of a log, can be taken out; their deletion policy keeps them in the account.
/// </summary>
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
              "Resource": [
                "LogicalResourceId/Database", "LogicalResourceId/Replica", "LogicalResourceId/Cluster", "LogicalResourceId/Table", "LogicalResourceId/Cache",
                "LogicalResourceId/Bucket", "LogicalResourceId/LogBucket", "LogicalResourceId/Vault", "LogicalResourceId/CopyVault",
                "LogicalResourceId/DataKey", "LogicalResourceId/BackupKey"
              ]
            },
            {
              "Effect": "Deny",
              "Action": "Update:Replace",
              "Principal": "*",
              "Resource": ["LogicalResourceId/LogKey", "LogicalResourceId/QueryLogKey", "LogicalResourceId/SigningKey", "LogicalResourceId/TopicKey"]
            }
          ]
        }
        """;
}
