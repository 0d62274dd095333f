using Portal.Domain.Templates;
using Portal.Sandbox;
using Portal.Tests.Processes;

namespace Portal.Tests.Sandbox.CloudFormation;

/// <summary>A stack that was made from a module, with what it puts out.</summary>
internal sealed record StandingStack(WantedStack Wanted, string Status, IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>Makes the stack. A parameter that nothing is said about takes the output of that name, of the same region first; else the module's default.</summary>
    public static async Task<StandingStack> StandUpAsync(SandboxHost host, WantedStack wanted, IReadOnlyList<StandingStack> earlier)
    {
        using var aws = new SandboxCaller(host.Url) { Region = wanted.Region };
        var name = $"storefront-shop-{wanted.Region}-{wanted.Module}";
        var resolved = Resolve(wanted, name, earlier);
        var parameters = resolved.Parameters.SelectMany((parameter, at) => Numbered(at + 1, parameter.Key, ((TemplateValue.Known)parameter.Value).Value));

        await aws.DoAsync("CreateStack", [("StackName", name), ("TemplateBody", resolved.Body), ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"), .. parameters]);
        var status = await EndAsync(aws, name);

        Assert.True(status == "CREATE_COMPLETE", $"{name}: {string.Join("; ", (await aws.EventsAsync(name)).Where(each => each.Status.EndsWith("FAILED", StringComparison.Ordinal)))}");
        return new StandingStack(wanted, status, await OutputsAsync(aws, name));
    }

    private static ResolvedTemplate Resolve(WantedStack wanted, string name, IReadOnlyList<StandingStack> earlier)
    {
        var module = TemplateCatalogue.Module(wanted.Module);
        var said = wanted.Values.Append(("Environment", "storefront/shop")).Append(("Stage", "production")).Append(("CostCenter", "CC-1042")).ToDictionary(each => each.Item1, each => each.Item2);
        var given = module.Parameters.Select(parameter => (parameter.Name, Value: Given(said.GetValueOrDefault(parameter.Name, $"={parameter.Name}"), wanted, earlier)))
            .Where(each => each.Value is not null).ToDictionary(each => each.Name, each => TemplateValue.Text(each.Value!));
        return TemplateResolver.Resolve(module, given, new StackScope { Region = wanted.Region, AccountId = "111122223333", StackName = name });
    }

    private static string? Given(string said, WantedStack wanted, IReadOnlyList<StandingStack> earlier) =>
        said.StartsWith('=') ? Wired(wanted, said[1..], earlier) : said;

    private static string? Wired(WantedStack wanted, string output, IReadOnlyList<StandingStack> earlier) =>
        earlier.OrderBy(stack => stack.Wanted.Region != wanted.Region).Select(stack => stack.Outputs.GetValueOrDefault(output)).FirstOrDefault(value => value is not null);

    private static async Task<string> EndAsync(SandboxCaller aws, string name)
    {
        var status = "";
        await Eventually.BeAsync(async () => !(status = await aws.StatusAsync(name)).EndsWith("IN_PROGRESS", StringComparison.Ordinal), TimeSpan.FromSeconds(60), () => $"{name} is still {status}");
        return status;
    }

    private static async Task<IReadOnlyDictionary<string, string>> OutputsAsync(SandboxCaller aws, string name) =>
        (await aws.DoAsync("DescribeStacks", ("StackName", name))).Members("Outputs")
            .ToDictionary(each => SandboxCaller.Text(each, "OutputKey")!, each => SandboxCaller.Text(each, "OutputValue")!);

    private static (string Name, string Value)[] Numbered(int number, string key, string value) =>
        [($"Parameters.member.{number}.ParameterKey", key), ($"Parameters.member.{number}.ParameterValue", value)];
}
