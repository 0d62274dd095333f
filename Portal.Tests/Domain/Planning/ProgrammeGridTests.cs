using Portal.Domain;
using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>Whoever binds an environment to a programme gets one that its controls find nothing wrong with, whatever it stores: every programme over every kind of data.</summary>
public sealed class ProgrammeGridTests
{
    private const string Relational = "relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }";

    private static readonly Dictionary<string, (string, string)[]> Shapes = new()
    {
        ["none"] = [FrontSheets.NoData, ("  corruption: { rpo: 5m, rto: 1h }\n", "")],
        ["rds"] = [("connections: 100", "connections: 100, service: rds")],
        ["aurora"] = [("connections: 100", "connections: 100, service: aurora")],
        ["table"] = [(Relational, DataSheets.Table)],
        ["cache"] = [(Relational, DataSheets.Cache)],
        ["objects"] = [(Relational, DataSheets.Objects)],
        ["static content"] = [FrontSheets.NoData, ("  corruption: { rpo: 5m, rto: 1h }\n", ""), FrontSheets.Traffic("staticGbPerMonth: 500")],
        ["static content beside a database"] = [FrontSheets.Traffic("staticGbPerMonth: 500")],
        ["public objects"] = [(Relational, "objects: { sizeGb: 500, publicStatic: true }"), FrontSheets.Traffic("staticGbPerMonth: 500")],
        ["two regions"] = [FrontSheets.RegionLoss("{ rpo: 5m, rto: 40m }")],
    };

    private static readonly Lazy<IReadOnlyDictionary<(ComplianceProgram, string), Plan>> Plans = new(() => Enum.GetValues<ComplianceProgram>()
        .SelectMany(programme => Shapes.Keys.Select(shape => (programme, shape)))
        .AsParallel().WithDegreeOfParallelism(2)
        .ToDictionary(cell => cell, cell => Designs.Run(Sheet(cell.programme, cell.shape)).Plan));

    public static TheoryData<ComplianceProgram> Programmes => [.. Enum.GetValues<ComplianceProgram>()];

    [Theory]
    [MemberData(nameof(Programmes))]
    public void Programme_FindsNothingWrong_WhateverIsStored(ComplianceProgram programme)
    {
        Assert.Empty(Shapes.Keys.SelectMany(shape => Failed(Plans.Value[(programme, shape)]).Select(finding => $"{shape}: {finding}")));
    }

    private static IEnumerable<string> Failed(Plan plan) => plan.Feasible
        ? plan.Controls.Where(finding => finding.Status == FindingStatus.Failed).Select(finding => $"{finding.Id} {finding.Action} {string.Join(' ', finding.Evidence.Select(each => each.Resource))}")
        : plan.Refusals.Select(refusal => "refused: " + refusal.Why);

    private static RequestSheet Sheet(ComplianceProgram programme, string shape) => Make.ProductionSheet(
    [
        .. Shapes[shape],
        FrontSheets.In("eu-central-1\n  residency: [EU]"),
        FrontSheets.Domain,
        ("budget:", $"compliance: [{Wire.Name(programme)}]\nbudget:"),
        ("monthlyUsd: 2000", "monthlyUsd: 90000"),
    ]);
}
