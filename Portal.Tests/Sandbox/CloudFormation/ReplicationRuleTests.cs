namespace Portal.Tests.Sandbox.CloudFormation;

/// <summary>RDS copies no database whose password it manages, and none that is not there.</summary>
public sealed class ReplicationRuleTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private const string Database = "{ Type: AWS::RDS::DBInstance, Properties: { Engine: postgres, MasterUsername: x, ";
    private const string Cluster = "{ Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-postgresql, MasterUsername: x, ";
    private const string Replica = "{ Type: AWS::RDS::DBInstance, Properties: { SourceDBInstanceIdentifier: !Ref Source } }";
    private const string Global = "{ Type: AWS::RDS::GlobalCluster, Properties: { SourceDBClusterIdentifier: !GetAtt Source.DBClusterArn } }";

    [Theory]
    [InlineData("managed", Database + "ManageMasterUserPassword: true } }", Replica, "You can't create a read replica")]
    [InlineData("managed-global", Cluster + "ManageMasterUserPassword: true } }", Global, "isn't supported for members of a global database")]
    [InlineData("gone", Database + "MasterUserPassword: secret } }", "{ Type: AWS::RDS::DBInstance, Properties: { SourceDBInstanceIdentifier: 'arn:aws:rds:eu-west-1:111122223333:db:gone' } }", "DBInstance gone not found.")]
    [InlineData("gone-global", Cluster + "MasterUserPassword: secret } }", "{ Type: AWS::RDS::GlobalCluster, Properties: { SourceDBClusterIdentifier: gone } }", "DBCluster gone not found.")]
    public async Task ACopy_ThatRdsCannotMake_IsRefused(string stack, string source, string copy, string words)
    {
        await sandbox.Aws.CreateAsync(stack, $"Resources:\n  Source: {source}\n  R: {copy}");
        await sandbox.Aws.BecomesAsync(stack, "ROLLBACK_COMPLETE");

        Assert.Contains(words, (await sandbox.Aws.EventsAsync(stack)).First(e => e is ("R", "CREATE_FAILED", _)).Reason);
    }

    [Theory]
    [InlineData("copied", Database + "MasterUserPassword: secret } }", Replica)]
    [InlineData("copied-global", Cluster + "MasterUserPassword: secret } }", Global)]
    public async Task ACopy_OfADatabaseWithAPasswordOfItsOwn_IsMade(string stack, string source, string copy)
    {
        await sandbox.Aws.CreateAsync(stack, $"Resources:\n  Source: {source}\n  R: {copy}");

        await sandbox.Aws.BecomesAsync(stack, "CREATE_COMPLETE");
    }
}
