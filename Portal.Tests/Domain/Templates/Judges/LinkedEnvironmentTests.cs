using System.Text.RegularExpressions;
using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>The linked document says what CloudFormation would deploy.</summary>
public sealed class LinkedEnvironmentTests
{
    private static readonly PlanFolder Folder = Designs.Run(Make.ProductionSheet());
    private static readonly TemplateMap Resources = LinkedEnvironment.Of(Folder).Section("Resources");

    [Fact]
    public void Link_KeepsEveryResource_UnderItsModulesName() =>
        Assert.Equal(
            Folder.Plan.Stacks.SelectMany(stack => TemplateReader.Read(Folder.Template(stack)).Section("Resources").Entries.Select(entry => Pascal(stack.Module) + entry.Key)).Order(StringComparer.Ordinal),
            Resources.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("RelationalDatabase", "KmsKeyId", """{"Fn::GetAtt":["FoundationDataKey","Arn"]}""")]
    [InlineData("RelationalDatabase", "Engine", "\"postgres\"")]
    [InlineData("RelationalDatabase", "VPCSecurityGroups", """[{"Ref":"SecurityDataGroup"}]""")]
    [InlineData("RelationalSubnetGroup", "SubnetIds", """[{"Ref":"NetworkDataSubnetA"},{"Ref":"NetworkDataSubnetB"}]""")]
    [InlineData("ComputeAutoScalingGroup", "AvailabilityZones", """["eu-central-1a","eu-central-1b"]""")]
    [InlineData("FoundationDataKey", "Description", "\"Data of storefront/shop\"")]
    [InlineData("NetworkS3Endpoint", "ServiceName", "\"com.amazonaws.eu-central-1.s3\"")]
    public void Link_PutsInParametersAndOtherStacksOutputs(string resource, string property, string json) =>
        Assert.Equal(json, TemplateJson.Write(new([new("Value", Resources.Section(resource).Section("Properties")[property]!)]))["{\"Value\":".Length..^1]);

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    [Fact]
    public void Link_LeavesNoReferenceOpen()
    {
        var known = Resources.Entries.Select(entry => entry.Key).ToHashSet();

        Assert.All(Targets(Resources), target => Assert.True(known.Contains(target) || target is "AWS::AccountId", $"{target} is unknown"));
    }

    [Fact]
    public void Link_RenamesWhatAResourceWaitsFor() =>
        Assert.All(
            Resources.Entries.Select(entry => ((TemplateMap)entry.Value)["DependsOn"]).OfType<TemplateNode>().SelectMany(waits => waits is TemplateList list ? list.Items : [waits]),
            name => Assert.NotNull(Resources[((TemplateScalar)name).Text]));

    private static IEnumerable<string> Targets(TemplateNode node) => node switch
    {
        _ when node.IsFunction(out var name, out var argument) && name == "Ref" => [((TemplateScalar)argument).Text],
        _ when node.IsFunction(out var name, out var argument) && name == "Fn::GetAtt" => [((TemplateScalar)((TemplateList)argument).Items[0]).Text],
        _ when node.IsFunction(out var name, out var argument) && name == "Fn::Sub" => InText(argument),
        TemplateList list => list.Items.SelectMany(Targets),
        TemplateMap map => map.Entries.SelectMany(entry => Targets(entry.Value)),
        _ => [],
    };

    private static IEnumerable<string> InText(TemplateNode argument)
    {
        var (text, own) = argument is TemplateList { Items: [TemplateScalar first, TemplateMap names] } ? (first.Text, names) : (((TemplateScalar)argument).Text, TemplateMap.Empty);
        return Regex.Matches(text, @"\$\{([^!}][^}.]*)").Select(match => match.Groups[1].Value).Where(name => own[name] is null).Concat(Targets(own));
    }
}
