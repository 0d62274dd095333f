using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

public sealed class TemplateCheckTests
{
    private const string Good = """
        AWSTemplateFormatVersion: '2010-09-09'
        Description: A bucket
        Metadata: {Portal: {Title: Bucket, Guide: [Storage]}}
        Parameters: {P: {Type: String, Description: A text}}
        Conditions: {C: !Equals [!Ref P, '']}
        Resources:
          R: {Type: AWS::S3::Bucket, Condition: C, Metadata: {Portal: {Purpose: Keeps things}}}
        Outputs: {O: {Description: Its name, Condition: C, Value: !Ref R}}
        """;

    [Fact]
    public void CheckAll_FindsNothingInTheCatalogue() => Assert.Empty(TemplateCheck.CheckAll());

    [Fact]
    public void Load_HoldsTheCatalogueAsItStands() =>
        Assert.Equal(
            [
                "accelerator", "aurora", "aurora-secondary", "backup", "balancer", "baseline", "cache", "certificate", "compute", "cost", "deployer-role", "dns", "edge", "endpoints", "fallback", "firewall", "foundation", "hosted-zone", "monitoring",
                "monitoring-accelerator", "monitoring-data", "monitoring-global", "network", "office-hours", "proxy", "relational", "relational-replica", "security", "shield", "spending", "static-site", "storage", "storage-replica", "table", "vault-copy",
            ],
            TemplateCatalogue.Load().Select(module => module.Name));

    [Fact]
    public void Every_ModuleOfAnEnvironment_TakesEnvironmentAndStage() =>
        Assert.All(TemplateCatalogue.Load().Where(module => !ModuleGrid.OfTheAccount.Contains(module.Name)), module =>
            Assert.Equal(["Environment", "Stage"], module.Parameters.Take(2).Select(parameter => parameter.Name)));

    [Theory]
    [InlineData("Description: A bucket\n", "", "Description: says nothing")]
    [InlineData("Title: Bucket, ", "", "Metadata/Portal/Title: is missing")]
    [InlineData("[Storage]", "[]", "Metadata/Portal/Guide: names no step")]
    [InlineData("[Storage]", "[Storage], ForPeople: [O, Q]", "Metadata/Portal/ForPeople: Q is no output")]
    [InlineData(", Description: A text", "", "Parameters/P: has no Description")]
    [InlineData("Purpose: Keeps things", "", "Resources/R: has no Metadata.Portal.Purpose")]
    [InlineData("Description: Its name, ", "", "Outputs/O: has no Description")]
    [InlineData("Value: !Ref R", "Value: !Ref R, Export: {Name: x}", "Outputs/O/Export: stacks are wired by parameters")]
    [InlineData("Value: !Ref R", "Value: !Ref Q", "Outputs/O/Value: Q is unknown")]
    [InlineData("!Ref P, ''", "'', ''", "Parameters/P: is used nowhere")]
    [InlineData("Condition: C, ", "", "Conditions/C: is used nowhere")]
    [InlineData("'2010-09-09'", "'2010-09-10'", "AWSTemplateFormatVersion: is '2010-09-09'")]
    [InlineData("AWS::S3::Bucket", "AWS::S3::Bucket, DeletionPolicy: !If [C, Retain, Delete]", "Resources/R/DeletionPolicy: takes no function")]
    [InlineData("AWS::S3::Bucket", "AWS::S3::Bucket, DeletionPolicy: Retain", "Resources/R/UpdateReplacePolicy: is not the DeletionPolicy")]
    [InlineData("Purpose: Keeps things", "Purpose: x, DeletionPolicy: {test: Delete}", "Resources/R/Metadata/Portal/DeletionPolicy/test: is a stage")]
    [InlineData("{Type: String", "&x {Type: String", "anchors and aliases are refused")]
    [InlineData("Description: A bucket", "Transform: AWS::LanguageExtensions", "Transform: modules have no transform")]
    public void Check_NamesWhatIsWrong(string from, string to, string problem)
    {
        Assert.Empty(TemplateCheck.CheckSource("m", Good));

        var found = TemplateCheck.CheckSource("m", Good.Replace(from, to));

        Assert.Contains(found, each => each.ToString().Contains(problem, StringComparison.Ordinal));
    }
}
