using Portal.Domain.Planning.Document;

namespace Portal.Web.Drawing;

/// <summary>One region: its frame, the balancer over all zones, a column a zone, and what belongs to the region as a whole.</summary>
internal sealed class RegionDrawing
{
    private const double Pad = 14;
    private const double Header = 40;
    private const double ZoneWidth = 168;
    private const double ZoneGap = 12;
    private const double ZoneHeader = 26;
    private const double RowHeight = 46;
    private const double RowGap = 14;

    private readonly List<Shape> shapes = [];
    private readonly List<Connector> connectors = [];

    private RegionDrawing(Shape frame) => Frame = frame;

    public Shape Frame { get; private set; }

    /// <summary>Where requests come in; null in a region that only keeps copies.</summary>
    public Shape? Entrance { get; private set; }

    /// <summary>The data that other regions copy.</summary>
    public Shape? Source { get; private set; }

    /// <summary>The data that is a copy here.</summary>
    public Shape? Target { get; private set; }

    public string Words { get; private set; } = "";

    public IEnumerable<Shape> Shapes => [Frame, .. shapes];

    public IEnumerable<Connector> Connectors => connectors;

    public static RegionDrawing Of(Plan plan, PlannedRegion region, double x, double y)
    {
        var tiers = RegionTiers.Of(plan, region);
        var columns = Math.Max(1, region.Zones.Count);
        var drawing = new RegionDrawing(new Shape(ShapeKind.Region, x, y, columns * ZoneWidth + (columns - 1) * ZoneGap + 2 * Pad, 0, $"{region.Region} · {Domain.Wire.Name(region.Role)}", region.VpcCidr ?? ""));
        drawing.Draw(region, tiers);
        return drawing;
    }

    private void Draw(PlannedRegion region, RegionTiers tiers)
    {
        var y = Frame.Y + Header;
        var inner = Frame.Width - 2 * Pad;
        if (tiers.Balancer is { } balancer)
        {
            Entrance = Add(new Shape(ShapeKind.Balancer, Frame.X + Pad, y, inner, RowHeight, balancer.Title, balancer.Detail));
            y += RowHeight + RowGap;
        }

        if (tiers.Rows.Count > 0)
        {
            y = DrawZones(region, tiers, y);
        }

        foreach (var whole in tiers.Whole)
        {
            var shape = Add(new Shape(tiers.IsCopy ? ShapeKind.Copy : ShapeKind.Data, Frame.X + Pad, y, inner, RowHeight, whole.Title, whole.Detail));
            Source ??= shape;
            Target ??= shape;
            y += RowHeight + RowGap;
        }

        Frame = Frame with { Height = y - RowGap + Pad - Frame.Y };
        Words = tiers.Words;
    }

    private double DrawZones(PlannedRegion region, RegionTiers tiers, double top)
    {
        var height = ZoneHeader + tiers.Rows.Count * (RowHeight + RowGap);
        for (var zone = 0; zone < region.Zones.Count; zone++)
        {
            var x = Frame.X + Pad + zone * (ZoneWidth + ZoneGap);
            Add(new Shape(ShapeKind.Zone, x, top, ZoneWidth, height, region.Zones[zone]));
            Shape? above = Entrance;
            for (var row = 0; row < tiers.Rows.Count; row++)
            {
                if (tiers.Rows[row].InZone(zone) is not { } part)
                {
                    continue;
                }

                var shape = Add(new Shape(tiers.Rows[row].Kind, x + 10, top + ZoneHeader + row * (RowHeight + RowGap), ZoneWidth - 20, RowHeight, part.Title, part.Detail));
                if (above is not null)
                {
                    connectors.Add(new Connector(shape.CentreX, above.Bottom, shape.CentreX, shape.Y));
                }

                above = shape;
                if (shape.Kind == ShapeKind.Data)
                {
                    Source = tiers.IsCopy ? Source : shape;
                    Target ??= shape;
                }
            }
        }

        return top + height + RowGap;
    }

    private Shape Add(Shape shape)
    {
        shapes.Add(shape);
        return shape;
    }
}
