using System.Text.Json;
using Portal.Domain.Templates;
using Portal.Tests.Processes;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Domain.Templates;

/// <summary>One of a twin's two stacks, standing in a sandbox.</summary>
internal sealed class TwinStack
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly SandboxCaller aws;
    private readonly string id;
    private readonly HashSet<string> retained;

    private TwinStack(SandboxCaller aws, string id, TemplateMap template)
    {
        (this.aws, this.id) = (aws, id);
        retained = [.. template.Section("Resources").Entries.Where(each => ((TemplateMap)each.Value).Text("DeletionPolicy") == "Retain").Select(each => each.Key)];
    }

    public static async Task<TwinStack> StandUpAsync(SandboxCaller aws, string name, string body, TemplateMap template, IEnumerable<(string Name, string Value)> parameters)
    {
        var given = parameters.SelectMany((each, at) => new[] { ($"Parameters.member.{at + 1}.ParameterKey", each.Name), ($"Parameters.member.{at + 1}.ParameterValue", each.Value) });
        var stack = new TwinStack(aws, await aws.CreateAsync(name, body, [("Capabilities.member.1", "CAPABILITY_NAMED_IAM"), .. given]), template);
        await stack.EndsAsync("CREATE_COMPLETE");
        return stack;
    }

    /// <summary>Every value of every resource and output, by its path: as the events tell it, for there CloudFormation says what it evaluated.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ValuesAsync()
    {
        var values = new Dictionary<string, string>();
        foreach (var made in (await aws.WholeEventsAsync(id)).Where(each => SandboxCaller.Text(each, "ResourceStatus") == "CREATE_COMPLETE" && SandboxCaller.Text(each, "PhysicalResourceId") != id))
        {
            var path = $"Resources/{SandboxCaller.Text(made, "LogicalResourceId")}";
            values.Add(path, SandboxCaller.Text(made, "ResourceType")!);
            values.Add($"{path}/PhysicalId", SandboxCaller.Text(made, "PhysicalResourceId")!);
            using var properties = JsonDocument.Parse(SandboxCaller.Text(made, "ResourceProperties")!);
            Flatten(properties.RootElement, $"{path}/Properties", values);
        }

        foreach (var output in (await aws.DoAsync("DescribeStacks", ("StackName", id))).Members("Outputs"))
            values.Add($"Outputs/{SandboxCaller.Text(output, "OutputKey")}", SandboxCaller.Text(output, "OutputValue")!);
        return values;
    }

    /// <summary>Takes it down as AWS demands, what is protected unlocked first.</summary>
    /// <returns>What is left standing; no more than what the template's policies keep.</returns>
    public async Task<IReadOnlyList<string>> TakeDownAsync()
    {
        await UnlockAsync();
        await aws.DoAsync("DeleteStack", ("StackName", id));
        await EndsAsync("DELETE_COMPLETE");
        var left = (await aws.DoAsync("DescribeStackResources", ("StackName", id))).Members("StackResources")
            .Select(each => (Name: SandboxCaller.Text(each, "LogicalResourceId")!, Status: SandboxCaller.Text(each, "ResourceStatus"))).Where(each => each.Status != "DELETE_COMPLETE").ToList();
        Assert.All(left, each => Assert.True(each.Status == "DELETE_SKIPPED" && retained.Contains(each.Name), $"{each.Name} is left in {each.Status}"));
        return [.. left.Select(each => each.Name).Order(StringComparer.Ordinal)];
    }

    private async Task UnlockAsync()
    {
        var parameters = (await aws.DoAsync("DescribeStacks", ("StackName", id))).Members("Parameters").ToDictionary(each => SandboxCaller.Text(each, "ParameterKey")!, each => SandboxCaller.Text(each, "ParameterValue"));
        if (parameters.GetValueOrDefault("DeletionProtection") != "true")
            return;
        var kept = parameters.Keys.SelectMany((name, at) => new[]
        {
            ($"Parameters.member.{at + 1}.ParameterKey", name),
            name == "DeletionProtection" ? ($"Parameters.member.{at + 1}.ParameterValue", "false") : ($"Parameters.member.{at + 1}.UsePreviousValue", "true"),
        });
        await aws.DoAsync("UpdateStack", [("StackName", id), ("UsePreviousTemplate", "true"), ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"), .. kept]);
        await EndsAsync("UPDATE_COMPLETE");
    }

    private async Task EndsAsync(string wanted)
    {
        var status = "";
        await Eventually.BeAsync(async () => !(status = await aws.StatusAsync(id)).EndsWith("IN_PROGRESS", StringComparison.Ordinal), Patience, () => $"{id} is still {status}");
        if (status != wanted)
            Assert.Fail($"{id} is {status}, not {wanted}: {string.Join("; ", (await aws.EventsAsync(id)).Where(each => each.Status.EndsWith("FAILED", StringComparison.Ordinal)))}");
    }

    private static void Flatten(JsonElement node, string path, Dictionary<string, string> values)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Object when node.EnumerateObject().Any():
                foreach (var member in node.EnumerateObject()) Flatten(member.Value, $"{path}/{member.Name}", values);
                break;
            case JsonValueKind.Array when node.GetArrayLength() > 0:
                foreach (var (at, item) in node.EnumerateArray().Index()) Flatten(item, $"{path}/{at}", values);
                break;
            default:
                values.Add(path, node.GetRawText());
                break;
        }
    }
}
