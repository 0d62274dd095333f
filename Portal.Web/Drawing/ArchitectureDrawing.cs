using Portal.Domain.Planning.Document;

namespace Portal.Web.Drawing;

/// <summary>Plan to picture: users and edge on top, then one frame a region, one column a zone, rows from balancer to data.</summary>
public static class ArchitectureDrawing
{
    private const double Margin = 8;
    private const double RegionGap = 40;
    private const double EdgeHeight = 46;
    private const double EdgeWidth = 150;
    private const double EdgeGap = 12;

    public static Picture Of(Plan plan)
    {
        var edge = EdgeParts(plan.Edge);
        var top = Margin + EdgeHeight + 34;
        var regions = new List<RegionDrawing>();
        foreach (var region in plan.Regions)
        {
            regions.Add(RegionDrawing.Of(plan, region, x: regions.Count == 0 ? Margin : regions[^1].Frame.Right + RegionGap, top));
        }

        var edgeWidth = edge.Count * EdgeWidth + (edge.Count - 1) * EdgeGap;
        var width = Math.Max(regions.Count == 0 ? 0 : regions[^1].Frame.Right, edgeWidth + Margin) + Margin;
        var row = edge.Select((p, i) => new Shape(ShapeKind.Edge, (width - edgeWidth) / 2 + i * (EdgeWidth + EdgeGap), Margin, EdgeWidth, EdgeHeight, p.Title, p.Detail)).ToList();
        return new Picture(
            width,
            regions.Select(r => r.Frame.Bottom).DefaultIfEmpty(top).Max() + Margin,
            $"Architecture of {plan.Name}",
            string.Join(" ", edge.Skip(1).Select(e => $"{e.Title}, {e.Detail}.").Concat(regions.Select(r => r.Words))),
            [.. row, .. regions.SelectMany(r => r.Shapes)],
            [.. EdgeConnectors(row, regions), .. regions.SelectMany(r => r.Connectors), .. Replication(regions)]);
    }

    private static List<(string Title, string Detail)> EdgeParts(EdgePlan? edge)
    {
        var parts = new List<(string, string)> { ("Users", edge is { Routing: not Routing.Simple } ? $"routed by {Domain.Wire.Name(edge.Routing)}" : "requests") };
        if (edge is null)
        {
            return parts;
        }

        if (edge.Cdn)
        {
            parts.Add(("CloudFront", "static content"));
        }

        if (edge.GlobalAccelerator)
        {
            parts.Add(("Global Accelerator", "two anycast addresses"));
        }

        if (edge.Waf)
        {
            parts.Add(("WAF", edge.WafFailOpen ? "fails open" : "fails closed"));
        }

        return parts;
    }

    private static IEnumerable<Connector> EdgeConnectors(List<Shape> row, List<RegionDrawing> regions)
    {
        for (var i = 1; i < row.Count; i++)
        {
            yield return new Connector(row[i - 1].Right, row[i].Y + EdgeHeight / 2, row[i].X, row[i].Y + EdgeHeight / 2);
        }

        foreach (var balancer in regions.Select(r => r.Entrance).OfType<Shape>())
        {
            yield return new Connector(row[^1].CentreX, row[^1].Bottom, balancer.CentreX, balancer.Y);
        }
    }

    private static IEnumerable<Connector> Replication(List<RegionDrawing> regions)
    {
        var first = regions.Select(r => r.Source).FirstOrDefault(s => s is not null);
        return first is null ? [] : regions.Skip(1).Select(r => r.Target).OfType<Shape>().Select(t => new Connector(first.Right, first.Y + first.Height / 2, t.X, t.Y + t.Height / 2, Replication: true));
    }
}
