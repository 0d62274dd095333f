using Bunit;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;
using Portal.Web.Drawing;

namespace Portal.Tests.Web.Drawing;

public sealed class ArchitectureDrawingTests : BunitContext
{
    [Fact]
    public void Of_DrawsAColumnAZoneInsideTheRegion()
    {
        var picture = ArchitectureDrawing.Of(SamplePlan.Shop);

        var region = Assert.Single(picture.Shapes, s => s.Kind == ShapeKind.Region);
        var zones = picture.Shapes.Where(s => s.Kind == ShapeKind.Zone).ToList();
        Assert.Equal(["eu-central-1a", "eu-central-1b", "eu-central-1c"], zones.OrderBy(z => z.X).Select(z => z.Title));
        Assert.All(zones, zone => AssertInside(zone, region));
        Assert.All(picture.Shapes.Where(s => s.Kind is ShapeKind.Compute or ShapeKind.Data), part => Assert.Contains(zones, zone => IsInside(part, zone)));
    }

    [Fact]
    public void Of_StacksEdgeBalancerApplicationAndData()
    {
        var shapes = ArchitectureDrawing.Of(SamplePlan.Shop).Shapes;

        double Top(ShapeKind kind) => shapes.Where(s => s.Kind == kind).Min(s => s.Y);
        Assert.True(Top(ShapeKind.Edge) < Top(ShapeKind.Balancer));
        Assert.True(Top(ShapeKind.Balancer) < Top(ShapeKind.Compute));
        Assert.True(Top(ShapeKind.Compute) < Top(ShapeKind.Data));
    }

    [Fact]
    public void Of_WritesSizesAndCountsOnTheParts()
    {
        var shapes = ArchitectureDrawing.Of(SamplePlan.Shop).Shapes;

        Assert.Equal(3, shapes.Count(s => s is { Kind: ShapeKind.Compute, Title: "3 × c7g.large", Detail: "up to 12 at peak" }));
        Assert.Equal(["writer · db.r7g.large", "standby · db.r7g.large"], shapes.Where(s => s.Kind == ShapeKind.Data).OrderBy(s => s.X).Select(s => s.Detail));
    }

    [Theory]
    [InlineData(3, 3, 3, 1, "3 × c7g.large")]
    [InlineData(12, 0, 36, 3, "0 × c7g.large")]
    public void Of_AFleet_StandsOnlyInItsZones_AndRunsWhatItRuns(int perZone, int desired, int max, int boxes, string title)
    {
        var plan = SamplePlan.Shop with { Compute = [SamplePlan.Shop.Compute[0] with { PerZone = perZone, Min = desired, Desired = desired, Max = max }] };

        var servers = ArchitectureDrawing.Of(plan).Shapes.Where(s => s.Kind == ShapeKind.Compute).ToList();

        Assert.Equal(boxes, servers.Count);
        Assert.All(servers, server => Assert.Equal(title, server.Title));
    }

    [Fact]
    public void Of_NothingOverlapsInsideARegion()
    {
        var parts = ArchitectureDrawing.Of(TwoRegions).Shapes.Where(s => s.Kind is not (ShapeKind.Region or ShapeKind.Zone)).ToList();

        foreach (var one in parts)
        {
            Assert.DoesNotContain(parts, other => !ReferenceEquals(one, other) && one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom);
        }
    }

    [Fact]
    public void Of_ASecondRegion_ShowsReplicationAsAnArrow()
    {
        var arrow = Assert.Single(ArchitectureDrawing.Of(TwoRegions).Connectors, c => c.Replication);

        Assert.True(arrow.X1 < arrow.X2);
    }

    [Fact]
    public void Picture_HasATitleAndWordsForWhoCannotSeeIt()
    {
        var drawing = Render<ArchitecturePicture>(p => p.Add(d => d.Plan, SamplePlan.Shop));

        var svg = drawing.Find("svg");
        var ids = svg.GetAttribute("aria-labelledby")!.Split(' ');
        Assert.Equal("Architecture of shop", drawing.Find($"#{ids[0]}").TextContent);
        Assert.Contains("3 × c7g.large, up to 12 at peak in each of 3 zones", drawing.Find($"#{ids[1]}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TheSamePlan_IsTheSamePicture() => Assert.Equivalent(ArchitectureDrawing.Of(SamplePlan.Shop), ArchitectureDrawing.Of(SamplePlan.Shop), strict: true);

    private static Plan TwoRegions { get; } = SamplePlan.Shop with
    {
        Regions = [.. SamplePlan.Shop.Regions, new PlannedRegion { Region = "eu-west-1", Account = "111122223333", Role = RegionRole.Secondary, Zones = ["eu-west-1a", "eu-west-1b"], VpcCidr = "10.64.16.0/20" }],
        Database = [.. SamplePlan.Shop.Database, new DatabasePlan { Region = "eu-west-1", Service = RelationalService.Aurora, Engine = DatabaseEngine.PostgreSql, InstanceClass = "db.r7g.large", Instances = 1, MultiAz = false, Role = "secondary" }],
        Cache = [new CachePlan(SamplePlan.Region, CacheEngine.Valkey, "cache.m7g.large", 2)],
        KeyValue = [new KeyValuePlan(SamplePlan.Region, "on-demand", ReadConsistency.Eventual, "primary")],
        Objects = [new ObjectsPlan(SamplePlan.Region, 500, "primary"), new ObjectsPlan("eu-west-1", 500, "copy")],
    };

    private static void AssertInside(Shape inner, Shape outer) => Assert.True(IsInside(inner, outer), $"{inner} lies outside {outer}");

    private static bool IsInside(Shape inner, Shape outer) => inner.X >= outer.X && inner.Right <= outer.Right && inner.Y >= outer.Y && inner.Bottom <= outer.Bottom;
}
