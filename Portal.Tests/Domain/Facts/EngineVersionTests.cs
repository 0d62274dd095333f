using System.Collections.Frozen;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Facts;

/// <summary>What new databases run: one row of the facts an engine, which plans and modules follow.</summary>
public sealed class EngineVersionTests
{
    private static readonly FrozenDictionary<string, EngineVersion> Versions = AwsFacts.Embedded.EngineVersions;

    [Theory]
    [InlineData("relational")]
    [InlineData("aurora")]
    [InlineData("aurora-secondary")]
    public void Module_ThatIsDeployedByHand_StartsFromTheFacts(string module)
    {
        var parameters = TemplateCatalogue.Module(module).Root.Section("Parameters");
        var row = Versions[parameters.Section("Engine").Text("Default")!];
        var engines = ((TemplateList)parameters.Section("Engine")["AllowedValues"]!).Items.Select(item => ((TemplateScalar)item).Text);

        Assert.Equal((row.Version, row.ParameterFamily), (parameters.Section("EngineVersion").Text("Default"), parameters.Section("ParameterFamily").Text("Default")));
        Assert.All(engines, engine => Assert.Matches($@"\b{Versions[engine].Version}\b", parameters.Section("EngineVersion").Text("Description")));
    }

    /// <summary>RDS makes no new database of a version from a month before its standard support ends: https://github.com/CredentialEngine/CredentialRegistry/issues/1036 quotes such a notice.</summary>
    [Fact]
    public void Row_WasReadWellBeforeItsSupportEnds() => Assert.All(Versions.Values, row =>
    {
        Assert.True(row.StandardSupportEnds.Length > 0 || row.IsLongTerm, $"{row.Engine}: nobody knows until when {row.Version} can be made");
        Assert.True(row.StandardSupportEnds.Length == 0 || string.CompareOrdinal(row.AsOf[..4], row.StandardSupportEnds[..4]) < 0, $"{row.Engine} {row.Version} ends in the year in which it was read");
    });

    /// <summary>Aurora's other minor versions can be made for a year, its long-term releases for three.</summary>
    [Fact]
    public void Aurora_StartsFromALongTermRelease() =>
        Assert.Equal(["aurora-mysql", "aurora-postgresql"], Versions.Values.Where(row => row.IsLongTerm).Select(row => row.Engine).Order());

    [Theory]
    [InlineData("postgresql", "rds", "relational", "postgres")]
    [InlineData("mysql", "rds", "relational", "mysql")]
    [InlineData("postgresql", "aurora", "aurora", "aurora-postgresql")]
    [InlineData("mysql", "aurora", "aurora", "aurora-mysql")]
    public void Plan_PinsWhatTheFactsSay(string engine, string service, string module, string row)
    {
        var facts = AwsFacts.Embedded with { EngineVersions = Versions.ToFrozenDictionary(each => each.Key, each => each.Key == row ? each.Value with { Version = "77.7", ParameterFamily = row + "77" } : each.Value) };

        var plan = PlanPipeline.Run(Make.ProductionSheet(("engine: postgresql", $"engine: {engine}"), ("connections: 100", $"connections: 100, service: {service}")), Designs.Vpc, facts).Plan;

        var stack = Assert.Single(plan.Stacks, stack => stack.Module == module);
        Assert.Equal(new StackParameter.Text("77.7"), stack.Parameters["EngineVersion"]);
        Assert.Equal(new StackParameter.Text(row + "77"), stack.Parameters["ParameterFamily"]);
    }
}
