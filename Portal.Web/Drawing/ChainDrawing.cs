using Portal.Domain.Resilience;

namespace Portal.Web.Drawing;

/// <summary>Published commitments in series: one link a part, the weakest marked.</summary>
public static class ChainDrawing
{
    public const double LinkWidth = 150;
    public const double LinkHeight = 52;
    private const double Gap = 18;

    /// <summary>As many as a card on a phone has room for.</summary>
    private const int PerRow = 2;

    public static ChainPicture Of(AvailabilityEstimate availability)
    {
        var weakest = availability.Path.Count == 0 ? null : availability.Path.FirstOrDefault(p => p.Part == availability.WeakestLink) ?? availability.Path.MinBy(p => p.Percent);
        var links = availability.Path.Select((part, index) => new ChainLink(index % PerRow * (LinkWidth + Gap), index / PerRow * (LinkHeight + Gap), part.Part, Percent(part.Percent), ReferenceEquals(part, weakest))).ToList();
        return new ChainPicture(
            Math.Max(LinkWidth, Math.Min(PerRow, links.Count) * (LinkWidth + Gap) - Gap),
            Math.Max(1, (links.Count + PerRow - 1) / PerRow) * (LinkHeight + Gap) - Gap,
            $"Published commitments in series: {string.Join(", ", links.Select(l => $"{l.Part} {l.Percent}"))}. Together at least {Percent(availability.FloorPercent)}. The weakest is {weakest?.Part ?? "not known"}.",
            links);
    }

    /// <summary>All digits that count, at least two after the point.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.00####", System.Globalization.CultureInfo.InvariantCulture) + " %";
}

public sealed record ChainPicture(double Width, double Height, string Description, IReadOnlyList<ChainLink> Links);

public sealed record ChainLink(double X, double Y, string Part, string Percent, bool Weakest);
