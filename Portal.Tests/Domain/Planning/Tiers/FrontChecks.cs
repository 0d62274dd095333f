using Portal.Domain.Planning.Document;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>What holds for every composed plan.</summary>
internal static class FrontChecks
{
    public static void AssertLinesNameResources(PlanFolder folder)
    {
        Assert.True(folder.Plan.Feasible, string.Join('\n', folder.Plan.Refusals.Select(refusal => $"{refusal.Why} {refusal.Proof}")));
        var resources = folder.Plan.Trace.SelectMany(entry => entry.Resources).ToHashSet();
        Assert.All(folder.Plan.Cost!.Lines, line => Assert.Contains($"{line.Stack}/{line.Resource}", resources));
    }

    /// <summary>The stacks of several plans by names of their own.</summary>
    public static Dictionary<string, string> Stacks(IEnumerable<PlanFolder> plans) => plans
        .SelectMany((plan, i) => plan.Files.Where(file => file.Key.StartsWith("stacks/", StringComparison.Ordinal)).Select(file => (Name: $"{i}-{Path.GetFileNameWithoutExtension(file.Key)}", file.Value)))
        .ToDictionary(file => file.Name, file => file.Value);
}
