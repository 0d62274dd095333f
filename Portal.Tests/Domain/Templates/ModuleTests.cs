using System.Text;
using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

/// <summary>What holds for every module, whatever its options.</summary>
public sealed class ModuleTests
{
    [Fact]
    public void Grid_CoversTheWholeCatalogue() =>
        Assert.Equal(TemplateCatalogue.Load().Select(module => module.Name), ModuleGrid.All().Select(cell => cell.Module).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Resolve_LeavesAPlainTemplateThatFitsInline() => Assert.All(ModuleGrid.All(), cell =>
    {
        var resolved = cell.Resolve();

        Assert.InRange(resolved.Bytes, 1, ResolvedTemplate.InlineLimitBytes);
        Assert.Equal(Encoding.UTF8.GetByteCount(resolved.Body), resolved.Bytes);
        Assert.DoesNotContain('\r', resolved.Body);
        Assert.All(new[] { "Conditions", "Mappings", "Rules", "Metadata", "Transform" }, key => Assert.Null(resolved.Root[key]));
        Assert.Empty(Calls(resolved.Root).Intersect(["Fn::If", "Fn::FindInMap", "Fn::Equals", "Fn::ImportValue"]));
        Assert.Equal(resolved.Body, TemplateWriter.Write(TemplateReader.Read(resolved.Body)));
    });

    [Fact]
    public void Resolve_GivesTheSameBytesForTheSameInput() => Assert.All(ModuleGrid.All(), cell =>
    {
        var backwards = new Dictionary<string, TemplateValue>(cell.Parameters.Reverse());
        var fresh = ModuleReader.Read(cell.Module, TemplateCatalogue.Module(cell.Module).Source);

        Assert.Equal(cell.Resolve().Body, TemplateResolver.Resolve(fresh, backwards, ModuleGrid.Scope(cell.Module)).Body);
    });

    [Fact]
    public void Resolve_AgainGivesTheSameTemplate() => Assert.All(ModuleGrid.All(), cell =>
    {
        var once = cell.Resolve();

        var twice = TemplateResolver.Resolve(ModuleReader.Read(cell.Module, once.Body), once.Parameters, ModuleGrid.Scope(cell.Module));

        Assert.Equal(once.Body, twice.Body);
        Assert.Equal(once.Parameters, twice.Parameters);
    });

    [Fact]
    public void Resolve_KeepsLogicalIdsAndTypesOfTheSource() => Assert.All(ModuleGrid.All(), cell =>
    {
        var declared = TemplateCatalogue.Module(cell.Module).Resources.ToDictionary(resource => resource.LogicalId, resource => resource.Type);

        Assert.All(cell.Resolve().ResourceTypes, resource => Assert.Equal(declared[resource.Key], resource.Value));
    });

    [Theory]
    [InlineData("development", "Delete")]
    [InlineData("staging", "Snapshot,Retain")]
    [InlineData("production", "Snapshot,Retain")]
    public void Resolve_DeletesDataWithItsStackInDevelopmentOnly(string stage, string policies) => Assert.All(ModuleGrid.OfEnvironments(), cell =>
    {
        var staged = cell with { Parameters = new Dictionary<string, TemplateValue>(cell.Parameters) { ["Stage"] = stage } };

        var kept = staged.Resolve().Root.Section("Resources").Entries.Select(entry => (TemplateMap)entry.Value)
            .Where(resource => resource["DeletionPolicy"] is not null);

        Assert.All(kept, resource =>
        {
            Assert.Contains(resource.Text("DeletionPolicy"), policies.Split(','));
            Assert.Equal(resource.Text("DeletionPolicy"), resource.Text("UpdateReplacePolicy"));
        });
    });

    [Fact]
    public void DatabaseInstances_NameTheirEngine() => Assert.All(TemplateCatalogue.Load(), module =>
        Assert.All(
            TemplateReader.Read(module.Source).Section("Resources").Entries.Where(resource => ((TemplateMap)resource.Value).Text("Type") == "AWS::RDS::DBInstance"),
            database => Assert.NotNull(((TemplateMap)database.Value).Section("Properties")["Engine"])));

    [Fact]
    public void Data_HasADeletionPolicy() => Assert.All(TemplateCatalogue.Load(), module =>
    {
        string[] data = ["AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::Logs::LogGroup", "AWS::DynamoDB::GlobalTable", "AWS::ElastiCache::ReplicationGroup", "AWS::Backup::BackupVault", "AWS::Route53::HostedZone"];

        Assert.All(module.Resources.Where(resource => data.Contains(resource.Type) && !IsClusterMember(module, resource.LogicalId)), resource =>
        {
            var source = module.Root.Section("Resources").Section(resource.LogicalId);
            Assert.Contains(source.Text("DeletionPolicy"), new[] { "Retain", "Snapshot" });
            Assert.Equal(ModuleGrid.OfTheAccount.Contains(module.Name) ? null : "Delete", source.Section("Metadata").Section("Portal").Section("DeletionPolicy").Text("development"));
        });
    });

    // An instance of a cluster holds nothing of its own, and RDS takes no snapshot of it.
    private static bool IsClusterMember(TemplateModule module, string logicalId) =>
        module.Root.Section("Resources").Section(logicalId).Section("Properties")["DBClusterIdentifier"] is not null;

    [Fact]
    public void Identities_StandUnderThePathThatTheDeployerMayTouch_AndRolesTakeTheBoundary() =>
        Assert.All(TemplateCatalogue.Load().Where(module => !ModuleGrid.OfTheAccount.Contains(module.Name)), module =>
            Assert.All(module.Resources.Where(resource => resource.Type is "AWS::IAM::Role" or "AWS::IAM::ManagedPolicy" or "AWS::IAM::InstanceProfile"), resource =>
            {
                var properties = module.Root.Section("Resources").Section(resource.LogicalId).Section("Properties");
                Assert.True(properties.Text("Path") == "/portal/", $"{module.Name}: {resource.LogicalId} needs Path: /portal/");
                Assert.True(resource.Type != "AWS::IAM::Role" || properties["PermissionsBoundary"] is not null, $"{module.Name}: {resource.LogicalId} needs PermissionsBoundary from BoundaryArn");
            }));

    // AWS counts characters without white space: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    [Fact]
    public void ManagedPolicies_FitIntoWhatAwsTakes() => Assert.All(ModuleGrid.All(), cell =>
        Assert.All(cell.Resolve().Root.Section("Resources").Entries.Where(entry => ((TemplateMap)entry.Value).Text("Type") == "AWS::IAM::ManagedPolicy"), policy =>
            Assert.InRange(PolicyLength(((TemplateMap)policy.Value).Section("Properties")["PolicyDocument"]!), 1, 6144)));

    // A reference becomes an ARN, or a name inside a longer text, of about a hundred characters.
    private static int PolicyLength(TemplateNode node) => node switch
    {
        _ when node.IsFunction(out var name, out var argument) => name == "Fn::Sub" && argument is TemplateScalar text ? text.Text.Length + 2 : 100,
        TemplateScalar scalar => scalar.Text.Count(c => !char.IsWhiteSpace(c)) + 2,
        TemplateList list => 1 + list.Items.Sum(item => PolicyLength(item) + 1),
        TemplateMap map => 1 + map.Entries.Sum(entry => entry.Key.Length + 4 + PolicyLength(entry.Value)),
        _ => 0,
    };

    private static IEnumerable<string> Calls(TemplateNode node) => node switch
    {
        TemplateList list => list.Items.SelectMany(Calls),
        TemplateMap map => map.Entries.SelectMany(entry => Calls(entry.Value).Prepend(entry.Key)),
        _ => [],
    };
}
