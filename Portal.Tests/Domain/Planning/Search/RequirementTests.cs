using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Domain.Costs;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>A plan is traced to what it would be without: each requirement is taken out of the sheet, and the sheet is planned anew.</summary>
public sealed partial class RequirementTests
{
    private static readonly ConcurrentDictionary<string, PlanFolder> Plans = [];

    public static TheoryData<string> Sheets => [.. TracedSheets.All.Keys];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Requirement_MovesItsPrice_AndWhatItAloneCauses(string name)
    {
        var (sheet, folder) = (TracedSheets.All[name](), Planned(name));
        var (resources, causes, faults) = (Resources(folder), Causes(folder.Plan), new List<string>());
        foreach (var entry in folder.Plan.Trace.Where(entry => entry.Requirement != SheetPaths.Platform))
        {
            var without = WithoutRequirement.Of(sheet, entry.Requirement);
            var cheapest = DataSheets.Best(without);
            var moved = cheapest is null ? Money.Zero : folder.Plan.Cost!.MonthlyUsd - cheapest.Monthly;
            if (moved != entry.MonthlyUsd)
            {
                faults.Add($"{entry.Requirement} moves {moved}, not {entry.MonthlyUsd}");
            }

            // Several active regions cannot go without a domain.
            if (cheapest is null)
            {
                Assert.Equal("dns.domain", entry.Requirement);
                continue;
            }

            var alone = causes.Where(resource => resource.Value.SequenceEqual([entry.Requirement])).ToList();
            var left = alone.Count == 0 ? resources : Resources(Designs.Run(without));
            faults.AddRange(alone.Where(resource => left.GetValueOrDefault(resource.Key) == resources[resource.Key]).Select(resource => $"{resource.Key} stays as it is without {entry.Requirement}"));
            faults.AddRange(causes.Where(resource => resource.Value.SequenceEqual([SheetPaths.Platform]) && !left.ContainsKey(resource.Key)).Select(resource => $"{resource.Key} goes with {entry.Requirement}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void EveryResource_AndEveryLine_HasACause(string name)
    {
        var folder = Planned(name);

        Assert.Equal(Resources(folder).Keys.Order(StringComparer.Ordinal), Causes(folder.Plan).Keys.Order(StringComparer.Ordinal));
        Assert.All(Causes(folder.Plan).Values.Concat(folder.Plan.Cost!.Lines.Select(line => line.Because)), causes => Assert.True(causes.Count > 0 && (causes.Count == 1 || !causes.Contains(SheetPaths.Platform)), string.Join(", ", causes)));
    }

    [Fact]
    public void Sheets_CarryEveryRequirementThatATraceCanName()
    {
        var named = typeof(SheetPaths).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
            .Append("traffic.peakRps").Append("traffic.meanRps").Append("traffic.concurrentUsers").Append("traffic.peakConnections");

        // Neither the budget nor the place is a reason to build anything.
        Assert.Equal(
            named.Except([SheetPaths.BudgetLimit, SheetPaths.PrimaryRegion, SheetPaths.SecondaryRegions, SheetPaths.Residency]).Order(StringComparer.Ordinal),
            TracedSheets.All.Keys.SelectMany(name => Planned(name).Plan.Trace).Select(entry => entry.Requirement).Distinct().Order(StringComparer.Ordinal));
    }

    private static PlanFolder Planned(string name) => Plans.GetOrAdd(name, _ => Designs.Run(TracedSheets.All[name]()));

    private static Dictionary<string, IReadOnlyList<string>> Causes(Plan plan) => plan.Trace
        .SelectMany(entry => entry.Resources.Select(resource => (Resource: resource, entry.Requirement)))
        .GroupBy(cause => cause.Resource, cause => cause.Requirement, StringComparer.Ordinal)
        .ToDictionary(resource => resource.Key, resource => (IReadOnlyList<string>)[.. resource], StringComparer.Ordinal);

    /// <summary>Each resource as text, with the values of the parameters that it refers to.</summary>
    private static Dictionary<string, string> Resources(PlanFolder folder) => folder.Plan.Stacks
        .SelectMany(stack => TemplateReader.Read(folder.Template(stack)).Section("Resources").Entries.Select(resource => (Id: $"{stack.Name}/{resource.Key}", Text: Resolved(stack, (TemplateMap)resource.Value))))
        .ToDictionary(resource => resource.Id, resource => resource.Text, StringComparer.Ordinal);

    private static string Resolved(StackPlan stack, TemplateMap resource)
    {
        var text = TemplateWriter.Write(resource);
        var words = Word().Matches(text).Select(word => word.Value).ToHashSet(StringComparer.Ordinal);
        return text + string.Join('\n', stack.Parameters.Where(parameter => words.Contains(parameter.Key)).Select(parameter => $"{parameter.Key}={parameter.Value}"));
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
