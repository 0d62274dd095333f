namespace Portal.Web.Drawing;

/// <summary>A drawing as values: shapes with places, and words for who cannot see it. Components turn it into SVG.</summary>
/// <param name="Title">One short name.</param>
/// <param name="Description">What the picture shows, in sentences.</param>
public sealed record Picture(double Width, double Height, string Title, string Description, IReadOnlyList<Shape> Shapes, IReadOnlyList<Connector> Connectors);

/// <summary>A box with a title and a line of detail.</summary>
public sealed record Shape(ShapeKind Kind, double X, double Y, double Width, double Height, string Title, string Detail = "")
{
    public double CentreX => X + Width / 2;

    public double Bottom => Y + Height;

    public double Right => X + Width;
}

public enum ShapeKind
{
    Region,
    Zone,
    Edge,
    Balancer,
    Compute,
    Data,
    Copy,
}

/// <summary>A line from one part to another; replication is drawn as an arrow with a word.</summary>
public sealed record Connector(double X1, double Y1, double X2, double Y2, bool Replication = false);
