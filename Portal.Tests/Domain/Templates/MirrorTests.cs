using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

/// <summary>Modules have no way to share text; what must be alike in two of them is held alike here.</summary>
public sealed class MirrorTests
{
    [Fact]
    public void TheEdge_HasTheRulesOfTheFirewall()
    {
        var regional = Body("firewall", "WebAcl");

        Assert.Contains("Scope: REGIONAL", regional, StringComparison.Ordinal);
        Assert.Equal(regional.Replace("Scope: REGIONAL", "Scope: CLOUDFRONT", StringComparison.Ordinal), Body("edge", "WebAcl"));
        Assert.Equal(Body("firewall", "Logging"), Body("edge", "Logging"));
    }

    [Theory]
    [InlineData("ReplicationRole")]
    [InlineData("ReplicationPolicy")]
    public void TheStaticSite_IsCopiedAsTheObjectsAre(string logicalId) => Assert.Equal(Body("storage", logicalId), Body("static-site", logicalId));

    [Theory]
    [InlineData("static-site", "site")]
    [InlineData("storage-replica", "replica")]
    public void ABucket_IsKeptAsTheObjectsAre(string module, string prefix) =>
        Assert.Equal(TemplateWriter.Write(Kept("storage")).Replace("access/storage/", $"access/{prefix}/", StringComparison.Ordinal), TemplateWriter.Write(Kept(module)));

    [Theory]
    [InlineData('B', 1)]
    [InlineData('C', 2)]
    public void ACopyOfTheTable_IsSetUpAsTheFirstRegion(char letter, int index)
    {
        var replicas = (TemplateList)Section("table", "Table").Section("Properties")["Replicas"]!;
        var copy = (TemplateMap)((TemplateList)((TemplateMap)replicas.Items[index])["Fn::If"]!).Items[1];

        Assert.Equal(
            TemplateWriter.Write((TemplateMap)replicas.Items[0]).Replace("AWS::Region", $"Region{letter}", StringComparison.Ordinal).Replace("DataKeyArn", $"KeyArn{letter}", StringComparison.Ordinal),
            TemplateWriter.Write(copy));
    }

    private static TemplateMap Kept(string module) =>
        new([.. Section(module, "Bucket").Section("Properties").Entries.Where(entry => entry.Key != "ReplicationConfiguration")]);

    private static string Body(string module, string logicalId) => TemplateWriter.Write(Section(module, logicalId).Without("Condition"));

    private static TemplateMap Section(string module, string logicalId) => TemplateCatalogue.Module(module).Root.Section("Resources").Section(logicalId);
}
