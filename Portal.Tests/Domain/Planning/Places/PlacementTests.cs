using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Places;

/// <summary>What must stand in one region stands there, and what stands elsewhere has keys of its own.</summary>
public sealed class PlacementTests
{
    private static readonly Dictionary<string, string> Homes = new()
    {
        ["edge"] = "us-east-1", ["hosted-zone"] = "us-east-1", ["dns"] = "us-east-1", ["monitoring-global"] = "us-east-1", ["cost"] = "us-east-1", ["accelerator"] = "us-west-2",
    };

    /// <summary>Keys of the region that a stack sends copies to; all others are of its own region.</summary>
    private static readonly string[] OfTheOther = ["SecondRegionKeyArn", "KeyArnB", "KeyArnC", "ReplicaKeyArn"];

    private static readonly Lazy<IReadOnlyList<PlanFolder>> Folders = new(() =>
    [
        Designs.Run(FrontSheets.Sheet(FrontSheets.Domain)),
        Designs.Run(RelationalSheets.Courses()),
        Designs.Run(RelationalSheets.Booking()),
        Designs.Run(DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("5s", "1h"))),
        Designs.Run(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("15m", "4h"))),
    ]);

    [Fact]
    public void GlobalThings_StandAtHome()
    {
        var stacks = Folders.Value.SelectMany(folder => folder.Plan.Stacks).Where(stack => Homes.ContainsKey(stack.Module)).ToList();

        Assert.Subset(stacks.Select(stack => stack.Module).ToHashSet(), new HashSet<string> { "hosted-zone", "dns", "monitoring-global", "cost" });
        Assert.All(stacks, stack => Assert.Equal(Homes[stack.Module], stack.Region));
    }

    [Fact]
    public void Keys_AreOfTheRegionThatUsesThem()
    {
        var keys = Folders.Value.SelectMany(folder => folder.Plan.Stacks.SelectMany(stack => stack.Parameters
            .Where(each => each.Key.Contains("KeyArn", StringComparison.Ordinal))
            .Select(each => (stack, each.Key, Source: each.Value is StackParameter.FromStack from ? folder.Plan.Stacks.Single(other => other.Name == from.Stack).Region : null))))
            .Where(each => each.Source is not null).ToList();

        Assert.Contains(keys, each => OfTheOther.Contains(each.Key));
        Assert.All(keys, each => Assert.True(OfTheOther.Contains(each.Key) == (each.Source != each.stack.Region), $"{each.stack.Name}: {each.Key} is of {each.Source}"));
    }
}
