using System.Collections.Concurrent;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates;

/// <summary>The sandbox makes the same of a module and of what the resolver left of it: resources, properties, names, outputs, and what stays when the stack goes.</summary>
/// <remarks>TWINS_ALL=1 deploys every cell of the grid.</remarks>
public sealed class SandboxTwinTests
{
    /// <summary>A module with more cells is deployed in those in which every three choices meet.</summary>
    private const int WholeGrid = 200;

    /// <summary>So many follow each other in the same two sandboxes, which what once stood makes slower.</summary>
    private const int InARow = 100;

    private static readonly ParallelOptions InParallel = new() { MaxDegreeOfParallelism = 8 };

    [Fact]
    public async Task Module_IsTheSame_UnresolvedAndResolved()
    {
        var twins = TemplateCatalogue.Load().SelectMany(module => Cells(module.Name)).Select((cell, at) => Twin.Of(cell, $"twin{at}")).ToList();

        var reports = await DeployAsync(twins);

        Assert.Equal(twins.Count, reports.Count);
        var different = reports.Where(report => report.Differences.Count > 0).Select(report => $"{report.Twin.Cell}\n{string.Join('\n', report.Differences.Take(5))}").ToList();
        Assert.True(different.Count == 0, $"{different.Count} twins differ\n{string.Join('\n', different.Take(10))}");
        Assert.All(reports, report => Assert.Equal(Parts(report.Twin.Resolved.Root), report.Made.Order(StringComparer.Ordinal)));
        Assert.Equal([], AllParts.Except(reports.SelectMany(report => report.Made.Select(part => $"{report.Twin.Module}: {part}"))));
    }

    [Fact]
    public async Task AnotherProperty_IsFound()
    {
        var twin = Twin.Of(TwoZones, "twin");

        var differences = await DifferencesAsync(twin, twin.Resolved with { Body = twin.Resolved.Body.Replace("AvailabilityZone: !Ref ZoneA", "AvailabilityZone: !Ref ZoneB", StringComparison.Ordinal) });

        Assert.Contains("Resources/AppSubnetA/Properties/AvailabilityZone: \"eu-central-1a\" in the module, \"eu-central-1b\" resolved", differences);
    }

    [Fact]
    public async Task TheOtherBranch_IsFound()
    {
        var differences = await DifferencesAsync(Twin.Of(TwoZones, "twin"), Twin.Of(OneZone, "twin").Resolved);

        Assert.Contains("Resources/AppSubnetB: AWS::EC2::Subnet in the module, nothing resolved", differences);
        Assert.Contains(differences, difference => difference.StartsWith("Outputs/Zones: eu-central-1a,eu-central-1b in the module", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnotherDeletionPolicy_IsFound()
    {
        var twin = Twin.Of(ModuleGrid.Of("storage-replica").First(cell => cell.Parameters["Stage"] == TemplateValue.Text("production")), "twin");

        var differences = await DifferencesAsync(twin, twin.Resolved with { Body = twin.Resolved.Body.Replace("DeletionPolicy: Retain", "DeletionPolicy: Delete", StringComparison.Ordinal) });

        Assert.Equal(["the module leaves [Bucket] standing, the resolved one []"], differences);
    }

    private static ModuleGrid.Cell TwoZones => ModuleGrid.Of("network").First(cell => cell.Parameters["ZoneB"] != TemplateValue.Text(""));

    private static ModuleGrid.Cell OneZone => ModuleGrid.Of("network").First(cell => cell.Parameters["ZoneB"] == TemplateValue.Text(""));

    private static IEnumerable<ModuleGrid.Cell> Cells(string module) =>
        Environment.GetEnvironmentVariable("TWINS_ALL") == "1" || ModuleGrid.Of(module).Count() <= WholeGrid ? ModuleGrid.Of(module) : ModuleGrid.TriplesOf(module);

    private static IEnumerable<string> AllParts => TemplateCatalogue.Load().SelectMany(module => Parts(module.Root).Select(part => $"{module.Name}: {part}"));

    /// <summary>Resources and outputs of a template, as reports name them.</summary>
    private static IEnumerable<string> Parts(TemplateMap template) =>
        new[] { "Resources", "Outputs" }.SelectMany(section => template.Section(section).Entries.Select(entry => $"{section}/{entry.Key}")).Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<string>> DifferencesAsync(Twin twin, ResolvedTemplate other) => Assert.Single(await DeployAsync([twin with { Resolved = other }])).Differences;

    private static async Task<IReadOnlyCollection<SandboxReport>> DeployAsync(IReadOnlyList<Twin> twins)
    {
        var reports = new ConcurrentQueue<SandboxReport>();
        await Parallel.ForEachAsync(twins.GroupBy(twin => twin.Region).SelectMany(region => region.Chunk(InARow)), InParallel, async (row, _) =>
        {
            await using var sandboxes = await TwinSandboxes.StartAsync(row[0].Region);
            foreach (var twin in row)
                reports.Enqueue(await sandboxes.DeployAsync(twin));
        });
        return reports;
    }
}
