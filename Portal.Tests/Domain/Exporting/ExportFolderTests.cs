using Portal.Domain.Exporting;
using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Exporting;

public sealed class ExportFolderTests
{
    private static readonly ExportFolder Export = ExportFolder.Of(Exports.Plan, Exports.Sheet);

    [Fact]
    public void PlanFolder_IsInItAsItIsSigned() =>
        Assert.All(Exports.Plan.Files, file => Assert.Equal(file.Value, Export.Files[file.Key]));

    [Fact]
    public void Digest_CanBeComputedFromTheFilesAlone()
    {
        var lines = Export.Files["digest.tsv"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();

        Assert.Equal(Exports.Plan.Plan.Digest, new Digest("sha256:" + Digest.Hex(Export.Files["digest.tsv"])));
        Assert.All(lines, line => Assert.Equal(Digest.Hex(Export.Files[line[0]]), line[1]));
        Assert.Equal(Exports.Plan.Plan.Stacks.Count + 6, lines.Count);
    }

    [Fact]
    public void Digest_ThatTheSheetDoesNotMake_IsNotProven()
    {
        var export = ExportFolder.Of(Exports.Plan, Make.ProductionSheet());

        Assert.DoesNotContain("digest.tsv", export.Files.Keys);
        Assert.DoesNotContain("Check the digest", export.Files["README.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_SaysDigestCostAndOrder()
    {
        var readme = Export.Files["README.md"];

        Assert.Contains($"Digest: `{Exports.Plan.Plan.Digest}`", readme, StringComparison.Ordinal);
        Assert.Contains($"Expected cost: {Exports.Plan.Plan.Cost!.MonthlyUsd} a month", readme, StringComparison.Ordinal);
        Assert.All(StackGraph.Of(Exports.Plan.Plan.Stacks).Expect().InOrder.Index(), stack => Assert.Contains($"| {stack.Index + 1} | {stack.Item.Name} | {stack.Item.Region} |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void EqualPlans_GiveEqualFiles() =>
        Assert.Equal(Export.Files, ExportFolder.Of(Designs.Run(Exports.Sheet), Exports.Sheet).Files);

    [Fact]
    public void RefusedPlan_HasNothingToRun()
    {
        var sheet = Make.ProductionSheet(("slaPercent: 99.9", "slaPercent: 99.9999"));
        var folder = Designs.Run(sheet);
        Assert.False(folder.Plan.Feasible);

        var export = ExportFolder.Of(folder, sheet);

        Assert.DoesNotContain("deploy.sh", export.Files.Keys);
        Assert.Contains("nothing to deploy", export.Files["README.md"], StringComparison.Ordinal);
    }
}
