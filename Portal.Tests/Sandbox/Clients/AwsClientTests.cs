using System.Text.Json;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Clients;

public sealed class AwsClientTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("aws-").FullName;
    private SandboxHost host = null!;
    private ForeignClient client = null!;

    public async ValueTask InitializeAsync()
    {
        host = await SandboxHost.StartAsync(new SandboxOptions { Speed = 1e9 });
        client = new ForeignClient(host, folder);
    }

    [Fact]
    public async Task AwsCli_CreatesDescribesAndDeletesAStack()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "tiers.yaml"), Templates.ThreeTier);

        await client.AwsAsync("cloudformation", "create-stack", "--stack-name", "cli", "--template-body", "file://tiers.yaml", "--parameters", "ParameterKey=Cidr,ParameterValue=10.3.0.0/20", "--tags", "Key=team,Value=a & <b>");
        await client.AwsAsync("cloudformation", "wait", "stack-create-complete", "--stack-name", "cli");
        var stack = await JsonAsync("cloudformation", "describe-stacks", "--stack-name", "cli", "--query", "Stacks[0]");
        var events = await JsonAsync("cloudformation", "describe-stack-events", "--stack-name", "cli", "--query", "StackEvents");
        await client.AwsAsync("cloudformation", "delete-stack", "--stack-name", "cli");
        await client.AwsAsync("cloudformation", "wait", "stack-delete-complete", "--stack-name", "cli");

        Assert.Equal("a & <b>", stack.GetProperty("Tags")[0].GetProperty("Value").GetString());
        Assert.Equal(4, stack.GetProperty("Outputs").GetArrayLength());
        Assert.Equal(2 + 3 * 6, events.GetArrayLength());
        Assert.Equal("DELETE_COMPLETE", (await JsonAsync("cloudformation", "list-stacks", "--query", "StackSummaries[0].StackStatus")).GetString());
    }

    [Fact]
    public async Task AwsCli_DeploysWithAChangeSet_AndSeesThatNothingChanged()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "chain.yaml"), Templates.Chain);

        await client.AwsAsync("cloudformation", "deploy", "--stack-name", "deployed", "--template-file", "chain.yaml");
        var again = await client.AwsAsync("cloudformation", "deploy", "--stack-name", "deployed", "--template-file", "chain.yaml", "--no-fail-on-empty-changeset");

        Assert.Contains("No changes to deploy", again);
    }

    [Fact]
    public async Task Boto3_WaitsPagesAndReadsRefusalsAsAtAws()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "topics.yaml"), Templates.Topics(90));

        var output = await client.PythonAsync("""
            import boto3, botocore, json
            sts = boto3.client('sts').assume_role(RoleArn='arn:aws:iam::444455556666:role/Deploy', RoleSessionName='run', ExternalId='xyz')['Credentials']
            cfn = boto3.client('cloudformation', region_name='eu-west-1', aws_access_key_id=sts['AccessKeyId'], aws_secret_access_key=sts['SecretAccessKey'], aws_session_token=sts['SessionToken'])
            body = open('topics.yaml').read()
            summary = cfn.validate_template(TemplateBody=body)
            made = cfn.create_change_set(StackName='py', ChangeSetName='c1', ChangeSetType='CREATE', TemplateBody=body, ClientToken='tok')
            cfn.get_waiter('change_set_create_complete').wait(ChangeSetName=made['Id'], WaiterConfig={'Delay': 1})
            changes = sum(len(p['Changes']) for p in cfn.get_paginator('describe_change_set').paginate(ChangeSetName=made['Id']))
            cfn.execute_change_set(ChangeSetName=made['Id'], ClientRequestToken='run')
            cfn.get_waiter('stack_create_complete').wait(StackName='py', WaiterConfig={'Delay': 1})
            events = [e for p in cfn.get_paginator('describe_stack_events').paginate(StackName='py') for e in p['StackEvents']]
            resources = [r for p in cfn.get_paginator('list_stack_resources').paginate(StackName='py') for r in p['StackResourceSummaries']]
            def code(call):
                try: call(); return None
                except botocore.exceptions.ClientError as e: return [type(e).__name__, e.response['Error']['Code'], e.response['ResponseMetadata']['HTTPStatusCode']]
            print(json.dumps({
                'changes': changes, 'events': len(events), 'tokens': sorted({e.get('ClientRequestToken', '-') for e in events}), 'resources': len(resources), 'account': made['StackId'].split(':')[4],
                'exists': code(lambda: cfn.create_stack(StackName='py', TemplateBody=body)), 'missing': code(lambda: cfn.describe_change_set(StackName='py', ChangeSetName='nope')),
                'status': code(lambda: cfn.execute_change_set(ChangeSetName=made['Id'])), 'body': len(cfn.get_template(StackName='py')['TemplateBody']) == len(body)}))
            """);

        var result = JsonDocument.Parse(output).RootElement;
        Assert.Equal((90, 273, 90), (result.GetProperty("changes").GetInt32(), result.GetProperty("events").GetInt32(), result.GetProperty("resources").GetInt32()));
        Assert.Equal("444455556666", result.GetProperty("account").GetString());
        Assert.Equal("""["AlreadyExistsException", "AlreadyExistsException", 400]""", result.GetProperty("exists").GetRawText());
        Assert.Equal("""["ChangeSetNotFoundException", "ChangeSetNotFound", 404]""", result.GetProperty("missing").GetRawText());
        Assert.Equal("""["InvalidChangeSetStatusException", "InvalidChangeSetStatus", 400]""", result.GetProperty("status").GetRawText());
        Assert.Equal("""["-", "run"]""", result.GetProperty("tokens").GetRawText());
        Assert.True(result.GetProperty("body").GetBoolean());
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<JsonElement> JsonAsync(params string[] arguments) => JsonDocument.Parse(await client.AwsAsync([.. arguments, "--output", "json"])).RootElement;
}
