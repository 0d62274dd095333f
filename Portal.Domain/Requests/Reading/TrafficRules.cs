using System.Globalization;

namespace Portal.Domain.Requests.Reading;

internal static class TrafficRules
{
    private const decimal MaxDifference = 0.20m;

    public static IEnumerable<Problem> Check(SheetView sheet) => [.. Load(sheet), .. Means(sheet), .. Hours(sheet), .. Audience(sheet)];

    private static IEnumerable<Problem> Load(SheetView sheet)
    {
        var (users, think) = (sheet.Has("traffic.concurrentUsers"), sheet.Has("traffic.thinkTimeSeconds"));
        if (!users && !sheet.Has("traffic.peakRps") && !sheet.Has("traffic.peakConnections")) yield return SheetRules.Missing("traffic.peakRps");
        if (users && !think) yield return SheetRules.Missing("traffic.thinkTimeSeconds");
        if (think && !users) yield return new("traffic.thinkTimeSeconds", "counts only with concurrentUsers: give both or neither");
        if (sheet.Has("traffic.peakConnections") && !sheet.Has("application.connectionsPerInstance"))
            yield return SheetRules.Missing("application.connectionsPerInstance");
        if (sheet.Number("traffic.peakRps") is { } peak && FromUsers(sheet) is { } fromUsers && Math.Abs(fromUsers - peak) > MaxDifference * peak)
            yield return new("traffic.peakRps", $"is {Shown(peak)}, but concurrentUsers / (thinkTimeSeconds + 1) is {Shown(fromUsers)}, more than 20 % off: correct one or leave one out");
    }

    private static IEnumerable<Problem> Means(SheetView sheet)
    {
        if (sheet.Number("traffic.meanRps") is { } mean && (sheet.Number("traffic.peakRps") ?? FromUsers(sheet)) is { } peak && mean > peak)
            yield return new("traffic.meanRps", $"is {Shown(mean)}, above the peak of {Shown(peak)}: the mean is at most the peak");
        if (sheet.Number("traffic.edgeMeanRps") is { } edge && (sheet.Number("traffic.edgePeakRps") ?? 0) is var edgePeak && edge > edgePeak
            && (sheet.Number("traffic.edgePeakRps") is not null || !sheet.Has("traffic.edgePeakRps")))
            yield return new("traffic.edgeMeanRps", $"is {Shown(edge)}, above edgePeakRps of {Shown(edgePeak)}: the mean is at most the peak");
    }

    private static IEnumerable<Problem> Hours(SheetView sheet)
    {
        var given = sheet.Has("traffic.businessHours");
        var pattern = sheet.Has("traffic.pattern") ? sheet.Text("traffic.pattern") : Wire.Name(TrafficPattern.Steady);
        if (pattern == "business-hours" && !given) yield return SheetRules.Missing("traffic.businessHours");
        if (given && pattern is not (null or "business-hours"))
            yield return new("traffic.businessHours", "belongs to pattern business-hours: set the pattern or leave the hours out");
        if (sheet.Text("traffic.businessHours.from") is { } from && sheet.Text("traffic.businessHours.to") is { } to && string.CompareOrdinal(from, to) >= 0)
            yield return new("traffic.businessHours.to", $"must be later than from ({from}) on the same day");
    }

    private static IEnumerable<Problem> Audience(SheetView sheet)
    {
        if (sheet.Shares("traffic.audience") is { Count: > 0 } shares && shares.Sum() != 100)
            yield return new("traffic.audience", $"adds up to {Shown(shares.Sum())} percent: the shares must make 100");
    }

    private static decimal? FromUsers(SheetView sheet) =>
        sheet.Number("traffic.concurrentUsers") is { } users && sheet.Number("traffic.thinkTimeSeconds") is { } think ? Traffic.RequestsOf(users, think) : null;

    private static string Shown(decimal number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
