using Portal.Domain.Templates;
using Portal.Sandbox.Resources;

namespace Portal.Tests.Domain.Templates;

/// <summary>Every type is known for how it comes by tags, and every module spells them where they must be spelled.</summary>
public sealed class TagTests
{
    private static readonly string[] Keys = ["portal:cost-center", "portal:environment", "portal:stage", "portal:team"];

    private static readonly IReadOnlyList<(string Place, string Type, TemplateMap Properties)> Resources =
        [.. TemplateCatalogue.Load().SelectMany(module => module.Resources.Select(resource => ($"{module.Name}/{resource.LogicalId}", resource.Type, module.Root.Section("Resources").Section(resource.LogicalId).Section("Properties"))))];

    [Fact]
    public void EveryType_IsInExactlyOneList()
    {
        var listed = TaggedTypes.Inheriting.Concat(TaggedTypes.Untaggable).Concat(TaggedTypes.Spelled.Keys).ToList();

        Assert.Distinct(listed);
        Assert.Equal(Resources.Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    /// <summary>The registry's own schemas, as the sandbox has them.</summary>
    [Fact]
    public void Lists_AgreeWithTheSchemas()
    {
        Assert.All(TaggedTypes.Inheriting, type => Assert.Contains(ResourceCatalogue.Get(type).Properties, IsTags));
        Assert.All(TaggedTypes.Untaggable, type => Assert.DoesNotContain(ResourceCatalogue.Get(type).Properties, IsTags));

        static bool IsTags(string property) => property.EndsWith("Tags", StringComparison.Ordinal) && !property.Contains('.', StringComparison.Ordinal);
    }

    [Fact]
    public void Modules_SpellTheTags_WhereTheStacksDoNotReach() => Assert.All(OfEnvironments().Where(resource => TaggedTypes.Spelled.ContainsKey(resource.Type)), resource =>
    {
        var places = TaggedTypes.Spelled[resource.Type](resource.Properties).ToList();

        Assert.NotEmpty(places);
        Assert.All(places, tags => Assert.Superset(Keys.ToHashSet(), TaggedTypes.Tags(tags).Keys.ToHashSet()));
    });

    [Fact]
    public void Fleet_HandsItsTagsToItsInstances()
    {
        var tags = (TemplateList)Assert.Single(Resources, resource => resource.Type == "AWS::AutoScaling::AutoScalingGroup").Properties["Tags"]!;

        Assert.All(tags.Items, tag => Assert.Equal("true", ((TemplateMap)tag).Text("PropagateAtLaunch")));
    }

    /// <summary>A tag of its own wins over the stack's.</summary>
    [Fact]
    public void Modules_OverrideNoTagOfTheStack() => Assert.All(OfEnvironments().Where(resource => TaggedTypes.Inheriting.Contains(resource.Type)), resource =>
        Assert.Empty(resource.Properties.Entries.Where(entry => entry.Key.EndsWith("Tags", StringComparison.Ordinal)).SelectMany(entry => TaggedTypes.Tags(entry.Value).Keys).Intersect(Keys)));

    /// <summary>Modules of the account belong to no environment, so nobody's cost center pays for them.</summary>
    private static IEnumerable<(string Place, string Type, TemplateMap Properties)> OfEnvironments() =>
        Resources.Where(resource => !ModuleGrid.OfTheAccount.Contains(resource.Place.Split('/')[0]));
}
