using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using Portal.Tests.Architecture;
using Portal.Worker.Aws.Wire;

namespace Portal.Tests.Worker.Aws;

/// <summary>Random calls and answers: the generated clients put on the wire, and read from it, what botocore does. Each protocol has a service here.</summary>
public sealed class BotocoreJudgeTests
{
    private const int Rounds = 25;

    private static readonly string[] Manifests = ["tools/AwsClientGenerator/Models/manifest.json", "Portal.Tests/Worker/Aws/Models/manifest.json"];

    [Fact]
    public async Task Call_WithRandomValues_IsWrittenAndReadAsBotocoreDoes()
    {
        var cases = await JudgeAsync(seed: 20261122);

        var failures = new List<string>();
        foreach (var one in cases)
            failures.AddRange((await DifferencesAsync(one)).Select(difference => $"{one.GetProperty("client")}.{one.GetProperty("operation")} #{one.GetProperty("number")} {difference}"));

        Assert.True(failures.Count == 0, $"{failures.Count} differences in {cases.Count} cases:\n{string.Join('\n', failures.Take(15))}");
        Assert.Equal(Manifests.Sum(Operations) * Rounds, cases.Count);
    }

    private static async Task<IEnumerable<string>> DifferencesAsync(JsonElement one)
    {
        var (client, name) = (one.GetProperty("client").GetString()!, one.GetProperty("operation").GetString()!);
        var type = ClientType(client);
        var http = new CapturingHttp(one.GetProperty("answer"));
        var config = new WireConfig((ServiceDescription)type.GetProperty("Service")!.GetValue(null)!) { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "eu-west-1", HttpClientFactory = http };
        using var instance = (IDisposable)Activator.CreateInstance(type, new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config)!;
        var method = type.GetMethod(name + "Async")!;
        try
        {
            var task = (Task)method.Invoke(instance, [WireValues.Build(one.GetProperty("input"), method.GetParameters()[0].ParameterType), CancellationToken.None])!;
            await task;
            var read = task.GetType().GetProperty("Result")!.GetValue(task);
            return WireComparison.Differences(one.GetProperty("request"), http).Concat(WireValues.Differences(one.GetProperty("output"), read, "answer"));
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or TargetInvocationException or FormatException)
        {
            return [$"{failure.Message} ({failure.GetBaseException().Message})"];
        }
    }

    private static Type ClientType(string client) =>
        typeof(WireClient).Assembly.GetType($"Portal.Worker.Aws.Generated.{client}.{client}Client")
        ?? typeof(BotocoreJudgeTests).Assembly.GetType($"Portal.Tests.Worker.Aws.Generated.{client}.{client}Client", throwOnError: true)!;

    private static int Operations(string manifest) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, manifest))).RootElement.EnumerateObject().Sum(entry => entry.Value.GetProperty("operations").GetArrayLength());

    private static async Task<List<JsonElement>> JudgeAsync(int seed)
    {
        var judge = Path.Combine(Repository.Root, "Portal.Tests/Worker/Aws/judge.py");
        using var python = Python.Start([judge, $"{seed}", $"{Rounds}", .. Manifests.Select(manifest => Path.Combine(Repository.Root, manifest))]);
        var (output, errors) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
        await python.WaitForExitAsync();
        Assert.SkipWhen(python.ExitCode == 77, $"botocore or moto is not installed, so nothing was compared: {await errors}");
        Assert.True(python.ExitCode == 0, await errors);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
