using Portal.Worker.Aws.CloudFormation;

namespace Portal.Tests.Worker.Aws;

/// <summary>Answers as AWS gave them, for the texts that must be told apart.</summary>
public sealed class AwsMessagesTests
{
    [Theory]
    [InlineData("The submitted information didn't contain changes. Submit different information to create a change set.", true)]
    [InlineData("No updates are to be performed.", true)]
    [InlineData("Parameter validation failed: parameter value x for parameter name P does not exist", false)]
    [InlineData("Transform AWS::Serverless-2016-10-31 failed with: Internal transform failure.", false)]
    public async Task ChangeSet_ThatFailed_HasNoChangesOnlyWhereAwsSaysSo(string reason, bool isWithoutChanges)
    {
        await using var aws = new ScriptedAws().On("DescribeChangeSet", Failed(reason));
        using var clients = AwsUnderTest.Clients(aws.Url);

        var observed = await clients.For(AwsUnderTest.Target).CloudFormation.DescribeChangeSetAsync("s", "portal-1", CancellationToken.None);

        Assert.Equal(("FAILED", "UNAVAILABLE", reason, isWithoutChanges), (observed!.Status, observed.ExecutionStatus, observed.Reason, observed.HasNoChanges));
    }

    [Fact]
    public async Task Page_ThatNamesItselfAsTheNext_EndsTheList()
    {
        await using var aws = new ScriptedAws().On("ListStacks", Reply.Ok("ListStacks", "<StackSummaries/><NextToken>again</NextToken>"));
        using var clients = AwsUnderTest.Clients(aws.Url);
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        var failure = await Assert.ThrowsAsync<Portal.Worker.Aws.AwsException>(async () =>
            await clients.For(AwsUnderTest.Target).CloudFormation.ListStacksAsync([], enough.Token).ToListAsync(enough.Token));

        Assert.Equal("RepeatedPage", failure.Code);
        Assert.Equal(2, aws.Calls("ListStacks").Count());
    }

    private static Reply Failed(string reason) => new(200, $"""
        <DescribeChangeSetResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <DescribeChangeSetResult>
            <ChangeSetId>arn:aws:cloudformation:eu-west-1:222233334444:changeSet/portal-1/4c5f2a10-0000-0000-0000-000000000001</ChangeSetId>
            <StackId>arn:aws:cloudformation:eu-west-1:222233334444:stack/s/6b2f8c70-0000-0000-0000-000000000002</StackId>
            <StackName>s</StackName>
            <ChangeSetName>portal-1</ChangeSetName>
            <CreationTime>2026-11-22T09:00:00.123Z</CreationTime>
            <ExecutionStatus>UNAVAILABLE</ExecutionStatus>
            <Status>FAILED</Status>
            <StatusReason>{reason}</StatusReason>
            <Changes/>
            <NotificationARNs/>
            <RollbackConfiguration/>
          </DescribeChangeSetResult>
          <ResponseMetadata><RequestId>b9b4b068-3a41-11e5-94eb-example</RequestId></ResponseMetadata>
        </DescribeChangeSetResponse>
        """);
}
