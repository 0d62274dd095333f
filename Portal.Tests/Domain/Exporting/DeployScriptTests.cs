using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Domain.Deployments;
using Portal.Domain.Exporting;
using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Exporting;

public sealed class DeployScriptTests
{
    private static readonly ExportFolder Export = ExportFolder.Of(Exports.Plan, Exports.Sheet);

    [Fact]
    public void Stacks_AreCalledInTheOrderOfTheGraph()
    {
        var called = Exports.Calls(Export).Select(call => call.Split('\'')[1]).ToList();

        Assert.True(called.Count > 5);
        Assert.Equal(StackGraph.Of(Exports.Plan.Plan.Stacks).Expect().InOrder.Select(stack => stack.Name), called);
    }

    [Fact]
    public void EveryParameter_IsGivenOnce()
    {
        foreach (var (stack, call) in Stacks())
        {
            using var file = JsonDocument.Parse(Export.Files[$"parameters/{stack.Name}.json"]);
            var known = file.RootElement.EnumerateArray().ToDictionary(entry => entry.GetProperty("ParameterKey").GetString()!, entry => entry.GetProperty("ParameterValue").GetString()!);
            var later = Regex.Matches(call, @"--(?:from|image) '(\w+)'").Select(match => match.Groups[1].Value);

            Assert.Equal(stack.Parameters.Keys.Order(StringComparer.Ordinal), known.Keys.Concat(later).Order(StringComparer.Ordinal));
            Assert.All(known, entry => Assert.Equal(new StackParameter.Text(entry.Value), stack.Parameters[entry.Key]));
        }
    }

    [Fact]
    public void Outputs_ComeFromTheStackThatThePlanNames()
    {
        var wired = Stacks().SelectMany(pair => pair.Stack.Parameters, (pair, parameter) => (pair.Stack, pair.Call, parameter.Key, parameter.Value)).Where(parameter => parameter.Value is StackParameter.FromStack).ToList();

        Assert.Contains(wired, parameter => ((StackParameter.FromStack)parameter.Value).Stack.Contains("storage-replica", StringComparison.Ordinal));
        Assert.All(wired, parameter => Assert.Contains($"--from '{parameter.Key}' '{((StackParameter.FromStack)parameter.Value).Stack}' '{((StackParameter.FromStack)parameter.Value).Output}'", parameter.Call, StringComparison.Ordinal));
    }

    [Fact]
    public void Images_AreReadWhenTheStackIsMade()
    {
        var compute = Stacks().Single(pair => pair.Stack.Module == "compute");

        Assert.Matches("--image 'ImageId' '/aws/service/[^']+'", compute.Call);
        Assert.DoesNotContain("resolve:ssm", Export.Files[$"parameters/{compute.Stack.Name}.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Protection_Policy_Tags_AndCapabilities_AreThoseOfThePlan()
    {
        Assert.Contains(Stacks(), pair => pair.Stack.StackPolicy && pair.Stack.Capabilities.Count > 0);
        Assert.All(Stacks(), pair =>
        {
            Assert.Equal(pair.Stack.TerminationProtection, pair.Call.Contains("--protect", StringComparison.Ordinal));
            Assert.Equal(pair.Stack.StackPolicy, pair.Call.Contains("--keep-data", StringComparison.Ordinal));
            Assert.Equal(pair.Stack.Capabilities, Regex.Matches(pair.Call, "--capability '(\\w+)'").Select(match => match.Groups[1].Value));
            Assert.All(pair.Stack.Tags.Keys, tag => Assert.Contains($$"""{"Key":"{{tag}}",""", pair.Call, StringComparison.Ordinal));
        });
        Assert.Equal(StackPolicies.KeepData, Export.Files["stack-policy.json"]);
    }

    [Fact]
    public void WhatAPersonTyped_IsQuoted() => Assert.All(Exports.Calls(Export), call =>
    {
        // As a tag takes it, with its blanks.
        Assert.Contains("it-s --id- -id- --HOME-", call, StringComparison.Ordinal);
        Assert.Matches(@"^stack( '([^']|'\\'')*'){4}( \\\n  --[a-z-]+( '([^']|'\\'')*')*)*\n*$", call);
    });

    [Fact]
    public void NewZone_IsFollowedByWhatToDelegateAndWhoWaits()
    {
        var sheet = FrontSheets.Sheet(FrontSheets.Domain);
        var export = ExportFolder.Of(Designs.Run(sheet), sheet);

        Assert.Contains("\ndelegate 'storefront-shop-us-east-1-hosted-zone' 'shop.example.com' 'storefront-shop-eu-central-1-certificate'\n", export.Files["deploy.sh"], StringComparison.Ordinal);
        Assert.Contains("storefront-shop-eu-central-1-certificate stay in CREATE_IN_PROGRESS", export.Files["README.md"], StringComparison.Ordinal);
        Assert.DoesNotContain("\ndelegate '", Export.Files["deploy.sh"], StringComparison.Ordinal);
    }

    private static IEnumerable<(StackPlan Stack, string Call)> Stacks() =>
        Exports.Plan.Plan.Stacks.Select(stack => (stack, Assert.Single(Exports.Calls(Export), call => call.StartsWith($"stack '{stack.Name}' '{stack.Region}' '{stack.Template}' ", StringComparison.Ordinal))));
}
