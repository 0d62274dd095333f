using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning;

/// <summary>Whatever of a hundred plans can carry a tag carries the four cost tags, its own or its stack's.</summary>
public sealed class CostTagTests
{
    [Fact]
    public void Stacks_CarryTheFourTags() => Assert.All(PlannedStack.All, stack =>
    {
        var asked = stack.Of.Sheet.Metadata;

        Assert.Equal(
            new Dictionary<string, string> { ["portal:cost-center"] = asked.CostCenter, ["portal:environment"] = $"{asked.Team}/{asked.Name}", ["portal:stage"] = Portal.Domain.Wire.Name(asked.Stage), ["portal:team"] = asked.Team },
            stack.Plan.Tags);
    });

    [Fact]
    public void Resources_TakeTheStacksTags_OrSpellTheSameThemselves()
    {
        var resources = PlannedStack.All.SelectMany(stack => stack.Resources).Where(resource => !TaggedTypes.Untaggable.Contains(resource.Type)).ToList();
        var spelled = resources.Where(resource => TaggedTypes.Spelled.ContainsKey(resource.Type)).ToList();

        Assert.Empty(resources.Where(resource => !TaggedTypes.Inheriting.Contains(resource.Type)).Except(spelled).Select(resource => $"{resource} is a {resource.Type}: how does it come by tags?"));
        Assert.Empty(TaggedTypes.Spelled.Keys.Except(spelled.Select(resource => resource.Type)));
        Assert.Empty(from resource in spelled
                     from place in TaggedTypes.Spelled[resource.Type](resource.Properties)
                     let tags = TaggedTypes.Tags(place).ToDictionary(tag => tag.Key, tag => resource.Stack.Value(tag.Value))
                     where resource.Stack.Plan.Tags.Any(tag => tags.GetValueOrDefault(tag.Key) != tag.Value)
                     select $"{resource} carries {string.Join(", ", tags)}");
    }
}
