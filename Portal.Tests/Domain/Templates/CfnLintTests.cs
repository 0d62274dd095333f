using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

/// <summary>cfn-lint finds neither an error nor a warning, in the modules as written and as resolved.</summary>
public sealed class CfnLintTests
{
    [Fact]
    public async Task Lint_FindsNothingInTheSources() =>
        await CfnLint.AssertCleanAsync(TemplateCatalogue.Sources().ToDictionary(file => file.Name, file => file.Source));

    [Fact]
    public async Task Lint_FindsNothingInWhatIsResolved() =>
        await CfnLint.AssertCleanAsync(TemplateCatalogue.Load().SelectMany(module => ModuleGrid.PairsOf(module.Name)).Select(cell => (cell.Module, cell.Resolve().Body)).Distinct()
            .Select((cell, i) => (Name: $"{cell.Module}-{i}", cell.Body)).ToDictionary(file => file.Name, file => file.Body));

    [Fact]
    public async Task Lint_FindsWhatIsBroken()
    {
        var (exitCode, report) = await CfnLint.RunAsync(new() { ["broken"] = "Resources: {R: {Type: AWS::S3::Bucket, Properties: {Nmae: x}}}" });

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Nmae", report, StringComparison.Ordinal);
    }
}
