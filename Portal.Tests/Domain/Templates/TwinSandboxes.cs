using Portal.Domain.Templates;
using Portal.Sandbox;
using Portal.Tests.Sandbox;
using Xunit.Sdk;

namespace Portal.Tests.Domain.Templates;

/// <summary>What the sandboxes made of a twin.</summary>
/// <param name="Differences">Between the module's stack and the resolved one, standing and taken down.</param>
/// <param name="Made">The resources and outputs of the module's stack, as <c>Resources/Vpc</c>.</param>
internal sealed record SandboxReport(Twin Twin, IReadOnlyList<string> Differences, IReadOnlyList<string> Made);

/// <summary>Two sandboxes that draw the same ids over the same ground: what the same template makes in them is the same to the letter.</summary>
internal sealed class TwinSandboxes : IAsyncDisposable
{
    /// <summary>Years of AWS in a second.</summary>
    private const double Speed = 100_000_000;

    private readonly SandboxHost modules;
    private readonly SandboxHost resolved;
    private readonly SandboxCaller ofModules;
    private readonly SandboxCaller ofResolved;
    private readonly Ground ground;

    private TwinSandboxes(SandboxHost modules, SandboxHost resolved, Ground ground)
    {
        (this.modules, this.resolved, this.ground) = (modules, resolved, ground);
        ofModules = new SandboxCaller(modules.Url) { Region = ground.Region };
        ofResolved = new SandboxCaller(resolved.Url) { Region = ground.Region };
    }

    public static async Task<TwinSandboxes> StartAsync(string region)
    {
        var options = new SandboxOptions { Speed = Speed, Seed = "twins" };
        var (modules, resolved) = (await SandboxHost.StartAsync(options), await SandboxHost.StartAsync(options));
        var ground = await Ground.LayAsync(modules.Url, region);
        Assert.Equal(ground.Outputs, (await Ground.LayAsync(resolved.Url, region)).Outputs);
        return new(modules, resolved, ground);
    }

    public async Task<SandboxReport> DeployAsync(Twin twin)
    {
        var module = TemplateCatalogue.Module(twin.Module);
        try
        {
            var stacks = await Task.WhenAll(
                TwinStack.StandUpAsync(ofModules, twin.StackName, twin.Source, module.Root, ground.Fill(module, twin.Given)),
                TwinStack.StandUpAsync(ofResolved, twin.StackName, twin.Resolved.Body, twin.Resolved.Root, ground.Fill(module, twin.Left)));
            var values = await Task.WhenAll(stacks.Select(stack => stack.ValuesAsync()));
            var left = await Task.WhenAll(stacks.Select(stack => stack.TakeDownAsync()));
            return new(twin, [.. Differences(values[0], values[1]), .. Left(twin, left[0], left[1])], [.. values[0].Keys.Where(path => path.Count(c => c == '/') == 1)]);
        }
        catch (Exception failure) when (failure is XunitException or TimeoutException)
        {
            return new(twin, [$"the sandbox gave up: {failure.Message}"], []);
        }
    }

    public async ValueTask DisposeAsync()
    {
        ofModules.Dispose();
        ofResolved.Dispose();
        await modules.DisposeAsync();
        await resolved.DisposeAsync();
    }

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> module, IReadOnlyDictionary<string, string> resolved) =>
        module.Keys.Union(resolved.Keys).Order(StringComparer.Ordinal).Select(path => (Path: path, One: module.GetValueOrDefault(path, "nothing"), Other: resolved.GetValueOrDefault(path, "nothing")))
            .Where(each => each.One != each.Other).Select(each => $"{each.Path}: {each.One} in the module, {each.Other} resolved");

    /// <summary>In development alone the resolver has data go with its stack.</summary>
    private static IEnumerable<string> Left(Twin twin, IReadOnlyList<string> module, IReadOnlyList<string> resolved) =>
        twin.Given.GetValueOrDefault("Stage") == "development" || module.SequenceEqual(resolved) ? [] : [$"the module leaves [{string.Join(", ", module)}] standing, the resolved one [{string.Join(", ", resolved)}]"];
}
