using Portal.Domain.Controls;

namespace Portal.Tests.Domain.Controls;

/// <summary>Content that is published from elsewhere needs no backup; what the environment itself writes does, and so does what no selection really takes.</summary>
public sealed class PublishedContentTests
{
    private const string Policy = "Resources/BucketPolicy/Properties/PolicyDocument/Statement/2";

    /// <summary>The bucket behind the distribution, and in no backup plan.</summary>
    private static readonly ControlledEnvironment Published = ControlledShop.Whole
        .With("rest", "Resources/Distribution/Properties/DistributionConfig/Origins/0/DomainName", "!GetAtt Bucket.RegionalDomainName")
        .With("rest", "Resources/BackupSelection/Properties/BackupSelection/Resources/3", null);

    [Theory]
    [InlineData("backup-copies")]
    [InlineData("backups-locked")]
    [InlineData("restores-tested")]
    public void Content_ThatNoRoleWrites_NeedsNoBackup_AndTheFindingSaysWhy(string check)
    {
        var outcome = ControlChecks.Look(check, Published);

        Assert.True(outcome.Holds, string.Join("; ", outcome.Faults));
        Assert.DoesNotContain(outcome.Proof, proof => proof.Resource == "Bucket");
        Assert.Contains(outcome.Remarks, remark => remark.StartsWith($"No backup plan covers {ControlledShop.Stack("rest")}/Bucket: it holds published content, which no role of the environment may write", StringComparison.Ordinal));
    }

    /// <summary>What makes the bucket more than that: somebody of the environment writes it, nothing brings back what was overwritten, or nobody reads it by the distribution.</summary>
    [Theory]
    [InlineData("Resources/Writer", "{Type: 'AWS::IAM::ManagedPolicy', Properties: {PolicyDocument: {Statement: [{Effect: Allow, Action: ['s3:GetObject', 's3:PutObject'], Resource: !Sub '${Bucket.Arn}/*'}]}}}")]
    [InlineData("Resources/Writer", "{Type: 'AWS::IAM::ManagedPolicy', Properties: {PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:*', Resource: '*'}]}}}")]
    [InlineData("Resources/Writer", "{Type: 'AWS::IAM::Role', Properties: {AssumeRolePolicyDocument: {Statement: []}, Policies: [{PolicyDocument: {Statement: {Effect: Allow, Action: 's3:DeleteObject', Resource: !Join ['', [!GetAtt Bucket.Arn, '/*']]}}}]}}")]
    [InlineData(Policy, "{Effect: Allow, Principal: {AWS: 'arn:aws:iam::111122223333:role/x'}, Action: 's3:PutObject', Resource: !Sub '${Bucket.Arn}/*'}")]
    [InlineData("Resources/Bucket/Properties/VersioningConfiguration", null)]
    [InlineData("Resources/Distribution/Properties/DistributionConfig/Origins/0/DomainName", "other.s3.eu-central-1.amazonaws.com")]
    public void Content_ThatCannotBePublishedAgain_NeedsABackup(string path, string? yaml)
    {
        var outcome = ControlChecks.Look("backup-copies", Published.With("rest", path, yaml));

        Assert.Equal([new ControlFault(new Evidence(ControlledShop.Stack("rest"), "Bucket"), "no backup plan covers it")], outcome.Faults);
    }

    [Fact]
    public void Role_ThatOnlyReads_MakesNoDifference() => Assert.Empty(ControlChecks.Look("backup-copies", Published.With("rest", "Resources/Reads",
        "{Type: 'AWS::IAM::ManagedPolicy', Properties: {PolicyDocument: {Statement: [{Effect: Allow, Action: ['s3:GetObject', 's3:ListBucket'], Resource: [!GetAtt Bucket.Arn, !Sub '${Bucket.Arn}/*']}]}}}")).Faults);

    /// <summary>A selection by tag takes resources of the kinds that it lists, without what it excludes.</summary>
    [Theory]
    [InlineData("{Resources: ['arn:aws:rds:*:*:db:*', 'arn:aws:rds:*:*:cluster:*', 'arn:aws:dynamodb:*:*:table/*'], Conditions: {StringEquals: []}}", "Bucket")]
    [InlineData("{Resources: ['arn:aws:rds:*:*:db:*', 'arn:aws:s3:::*'], Conditions: {StringEquals: []}}", "Cluster Table")]
    [InlineData("{Conditions: {StringEquals: []}}", "")]
    [InlineData("{Conditions: {StringEquals: []}, NotResources: [!Ref DbArn]}", "Database")]
    [InlineData("{ListOfTags: []}", "")]
    [InlineData("{Resources: ['*']}", "")]
    public void Selection_TakesWhatItListsOnly(string selection, string left)
    {
        var outcome = ControlChecks.Look("backup-copies", ControlledShop.Whole.With("rest", "Resources/BackupSelection/Properties/BackupSelection", selection));

        Assert.Equal(left, string.Join(' ', outcome.Faults.Select(fault => fault.Where!.Resource).Order(StringComparer.Ordinal)));
    }
}
