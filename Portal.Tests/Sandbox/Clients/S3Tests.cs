using System.Text.Json;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Clients;

public sealed class S3Tests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("s3-").FullName;
    private SandboxHost host = null!;
    private ForeignClient client = null!;
    private SandboxCaller aws = null!;

    public async ValueTask InitializeAsync()
    {
        host = await SandboxHost.StartAsync(new SandboxOptions { Speed = 1e9 });
        client = new ForeignClient(host, folder);
        aws = SandboxCaller.Of(host);
        await aws.CreateAsync("artifacts", "Resources: { B: { Type: AWS::S3::Bucket, Properties: { BucketName: portal-artifacts } } }");
        await aws.BecomesAsync("artifacts", "CREATE_COMPLETE");
    }

    [Fact]
    public async Task ALargeTemplate_ComesFromTheBucketByItsUrl()
    {
        var large = Templates.Topics(300).PadRight(60_000, '\n');
        await File.WriteAllTextAsync(Path.Combine(folder, "large.yaml"), large);

        await client.AwsAsync("s3", "cp", "large.yaml", "s3://portal-artifacts/plans/large.yaml");
        var reply = await aws.DoAsync("CreateStack", ("StackName", "large"), ("TemplateURL", "https://portal-artifacts.s3.eu-central-1.amazonaws.com/plans/large.yaml"));
        await aws.BecomesAsync("large", "CREATE_COMPLETE");

        Assert.NotNull(reply["StackId"]);
        Assert.Equal(large.Trim(), (await aws.DoAsync("GetTemplate", ("StackName", "large")))["TemplateBody"]!.Trim());
    }

    [Theory]
    [InlineData("https://example.com/t.yaml", "TemplateURL must be a supported URL.")]
    [InlineData("https://portal-artifacts.s3.eu-central-1.amazonaws.com/none", "S3 error: The specified key does not exist.")]
    [InlineData("https://s3.eu-central-1.amazonaws.com/somebody-elses/t.yaml", "S3 error: Access Denied")]
    public async Task AUrl_ThatLeadsNowhere_IsRefused(string url, string message)
    {
        var reply = await aws.AskAsync("CreateStack", ("StackName", "nowhere"), ("TemplateURL", url));

        Assert.StartsWith(message, reply.Message);
    }

    [Fact]
    public async Task Boto3_PutsReadsListsAndDeletesObjects_AndAFullBucketCannotBeDeleted()
    {
        var output = await client.PythonAsync("""
            import boto3, botocore, json
            s3 = boto3.client('s3')
            s3.put_object(Bucket='portal-artifacts', Key='a b/ü.txt', Body=b'x' * 100000, Metadata={'digest': 'abc'}, ContentType='text/plain')
            got = s3.get_object(Bucket='portal-artifacts', Key='a b/ü.txt')
            head = s3.head_object(Bucket='portal-artifacts', Key='a b/ü.txt')
            keys = [o['Key'] for o in s3.list_objects_v2(Bucket='portal-artifacts', Prefix='a')['Contents']]
            def code(call):
                try: call(); return None
                except botocore.exceptions.ClientError as e: return e.response['Error']['Code']
            other = boto3.client('s3', region_name='us-east-1').get_object(Bucket='portal-artifacts', Key='a b/ü.txt')['ContentLength']
            print(json.dumps({'length': len(got['Body'].read()), 'meta': head['Metadata'], 'head': head['ContentLength'], 'keys': keys, 'elsewhere': other,
                'key': code(lambda: s3.get_object(Bucket='portal-artifacts', Key='no')), 'bucket': code(lambda: s3.get_object(Bucket='nobody', Key='no'))}))
            """);
        await aws.DoAsync("DeleteStack", ("StackName", "artifacts"));
        await aws.BecomesAsync("artifacts", "DELETE_FAILED");
        await client.AwsAsync("s3", "rm", "s3://portal-artifacts/a b/ü.txt");
        var id = (await aws.DoAsync("DescribeStacks", ("StackName", "artifacts")))["StackId"]!;
        await aws.DoAsync("DeleteStack", ("StackName", id));
        await aws.BecomesAsync(id, "DELETE_COMPLETE");

        var result = JsonDocument.Parse(output).RootElement;
        Assert.Equal((100_000, 100_000, 100_000, "abc"), (result.GetProperty("length").GetInt32(), result.GetProperty("head").GetInt32(), result.GetProperty("elsewhere").GetInt32(), result.GetProperty("meta").GetProperty("digest").GetString()));
        Assert.Equal("a b/ü.txt", result.GetProperty("keys")[0].GetString());
        Assert.Equal(("NoSuchKey", "NoSuchBucket"), (result.GetProperty("key").GetString(), result.GetProperty("bucket").GetString()));
    }

    public async ValueTask DisposeAsync()
    {
        aws.Dispose();
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
