using System.Net.Http.Json;
using System.Text.Json;
using Portal.Domain.Deployments;
using Portal.Domain.Exporting;
using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;
using Portal.Sandbox;
using Portal.Tests.Domain.Exporting;

namespace Portal.Tests.Sandbox.Clients;

/// <summary>An export, deployed as its README says: bash, the AWS CLI and nothing of the portal.</summary>
public sealed class ExportedPlanTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("export-").FullName;
    private SandboxHost host = null!;
    private ForeignClient client = null!;
    private HttpClient control = null!;

    public async ValueTask InitializeAsync()
    {
        host = await SandboxHost.StartAsync(new SandboxOptions { Speed = 1e9 });
        client = new ForeignClient(host, folder);
        control = new HttpClient { BaseAddress = new Uri(host.Url) };
    }

    [Fact]
    public async Task Script_MakesTheStacksOfThePlanInBothRegions_AndChangesNothingWhenItRunsAgain()
    {
        var plan = Exports.Plan.UpTo("storage");
        Write(ExportFolder.Of(plan, Exports.Sheet));

        await client.BashAsync("deploy.sh");

        var stacks = await TruthAsync("stacks");
        Assert.Equal(2, plan.Plan.Stacks.Select(stack => stack.Region).Distinct().Count());
        Assert.Equal(plan.Plan.Stacks.Select(stack => stack.Name).Order(StringComparer.Ordinal), stacks.EnumerateArray().Select(stack => stack.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(plan.Plan.Stacks, stack => AssertIs(plan, stack, stacks));

        var calls = (await TruthAsync("journal")).GetArrayLength();
        var again = await client.BashAsync("deploy.sh", "--endpoint-url", host.Url);

        Assert.Equal(stacks.GetRawText(), (await TruthAsync("stacks")).GetRawText());
        Assert.All((await TruthAsync("journal")).EnumerateArray().Skip(calls), call => Assert.Contains(call.GetProperty("operation").GetString(), (string[])["CreateChangeSet", "DeleteChangeSet"]));
        Assert.Equal(plan.Plan.Stacks.Count, again.Split("as planned already").Length - 1);
    }

    [Fact]
    public async Task Script_StopsAtAStackThatFails_AndSaysWhy()
    {
        var plan = Exports.Plan.UpTo("foundation");
        Write(ExportFolder.Of(plan, Exports.Sheet));
        (await control.PostAsJsonAsync("/_sandbox/faults", new { resourceType = "AWS::KMS::Key", effect = "fail", reason = "Too many keys" })).EnsureSuccessStatusCode();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.BashAsync("deploy.sh"));

        var name = plan.Plan.Stacks.Single().Name;
        Assert.Contains("Too many keys", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Stopped: stack {name} in eu-west-1 is in ROLLBACK_COMPLETE", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_LeavesAStackOfAnybodyElseAlone()
    {
        var plan = Exports.Plan.UpTo("foundation");
        Write(ExportFolder.Of(plan, Exports.Sheet));
        await File.WriteAllTextAsync(Path.Combine(folder, "chain.yaml"), Templates.Chain);
        await client.AwsAsync("cloudformation", "create-stack", "--region", "eu-west-1", "--stack-name", plan.Plan.Stacks.Single().Name, "--template-body", "file://chain.yaml");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.BashAsync("deploy.sh"));

        Assert.Contains("does not belong to storefront/shop. It was left alone.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain((await TruthAsync("journal")).EnumerateArray(), call => call.GetProperty("operation").GetString() == "CreateChangeSet");
    }

    public async ValueTask DisposeAsync()
    {
        control.Dispose();
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void AssertIs(PlanFolder plan, StackPlan planned, JsonElement stacks)
    {
        var stack = stacks.EnumerateArray().Single(stack => stack.GetProperty("name").GetString() == planned.Name);
        var template = TemplateReader.Read(plan.Template(planned));
        Assert.Equal((planned.Account, planned.Region, "CREATE_COMPLETE"), (Text(stack, "account"), Text(stack, "region"), Text(stack, "status")));
        Assert.Equal(plan.Template(planned), Text(stack, "template"));
        Assert.Equal(planned.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal), Values(stack, "tags").OrderBy(tag => tag.Key, StringComparer.Ordinal));
        Assert.Equal(planned.TerminationProtection, stack.GetProperty("terminationProtection").GetBoolean());
        Assert.Equal(planned.StackPolicy ? StackPolicies.KeepData : null, Text(stack, "stackPolicy"));
        Assert.Equal(template.Section("Outputs").Entries.Select(output => output.Key).Order(StringComparer.Ordinal), Values(stack, "outputs").Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            template.Section("Resources").Entries.Select(resource => (resource.Key, ((TemplateMap)resource.Value).Text("Type"), "CREATE_COMPLETE")).Order(),
            stack.GetProperty("resources").EnumerateArray().Select(resource => (Text(resource, "logicalId")!, Text(resource, "type"), Text(resource, "status")!)).Order());
        var given = Values(stack, "parameters");
        Assert.All(planned.Parameters, parameter => Assert.Equal(Expected(parameter.Value, stacks), given[parameter.Key]));
    }

    private static string? Expected(StackParameter parameter, JsonElement stacks) => parameter switch
    {
        StackParameter.FromStack from => Values(stacks.EnumerateArray().Single(stack => Text(stack, "name") == from.Stack), "outputs")[from.Output],
        StackParameter.Text text => text.Value,
        _ => null,
    };

    private static string? Text(JsonElement json, string property) => json.GetProperty(property).GetString();

    private static Dictionary<string, string> Values(JsonElement json, string property) => json.GetProperty(property).Deserialize<Dictionary<string, string>>() ?? [];

    private async Task<JsonElement> TruthAsync(string what) => JsonDocument.Parse(await control.GetStringAsync($"/_sandbox/{what}")).RootElement;

    private void Write(ExportFolder export)
    {
        foreach (var (path, text) in export.Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
