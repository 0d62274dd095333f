namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class TemplateEvaluationTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private static int stacks;

    [Theory]
    [InlineData("!Ref AWS::Region", "eu-central-1")]
    [InlineData("!Sub '${AWS::AccountId}/${P}/${!P}'", "111122223333/a,b/${P}")]
    [InlineData("!Sub ['${X}-${P}', { X: !Ref AWS::Partition }]", "aws-a,b")]
    [InlineData("!Join ['-', [a, !If [Off, b, !Ref AWS::NoValue], c]]", "a-c")]
    [InlineData("!Select [1, !Ref L]", "y")]
    [InlineData("!Select [0, !Split ['.', 'one.two']]", "one")]
    [InlineData("!If [On, yes, no]", "yes")]
    [InlineData("!FindInMap [Sizes, !Ref AWS::Region, Zones]", "3")]
    [InlineData("{ 'Fn::Base64': hello }", "aGVsbG8=")]
    [InlineData("!Join [',', !Cidr ['10.0.0.0/24', 3, 6]]", "10.0.0.0/26,10.0.0.64/26,10.0.0.128/26")]
    [InlineData("!Join [',', !GetAZs '']", "eu-central-1a,eu-central-1b,eu-central-1c")]
    [InlineData("!Join [',', !GetAZs us-west-1]", "us-west-1a,us-west-1c")]
    [InlineData("!GetAtt Bucket.Arn", "arn:aws:s3:::my-bucket")]
    [InlineData("!Sub '${Bucket.DomainName}'", "my-bucket.s3.amazonaws.com")]
    public async Task Output_IsTheValueOfItsExpression(string expression, string expected)
    {
        var name = $"value{Interlocked.Increment(ref stacks)}";
        var id = await sandbox.Aws.CreateAsync(name, $$"""
            Parameters:
              P: { Type: String, Default: 'a,b' }
              L: { Type: CommaDelimitedList, Default: 'x, y' }
            Mappings: { Sizes: { eu-central-1: { Zones: 3 } } }
            Conditions:
              Off: !Equals [!Ref P, other]
              On: !And [!Not [!Condition Off], !Or [!Condition Off, !Equals [!Ref P, 'a,b']]]
            Resources: { Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: my-bucket } } }
            Outputs: { O: { Value: {{expression}} } }
            """);
        await sandbox.Aws.BecomesAsync(name, "CREATE_COMPLETE");

        var output = (await sandbox.Aws.DoAsync("DescribeStacks", ("StackName", name)))["OutputValue"];

        await sandbox.Aws.DoAsync("DeleteStack", ("StackName", id));
        await sandbox.Aws.BecomesAsync(id, "DELETE_COMPLETE");
        Assert.Equal(expected, output);
    }
}
