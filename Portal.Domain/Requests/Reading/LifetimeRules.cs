namespace Portal.Domain.Requests.Reading;

internal static class LifetimeRules
{
    public static IEnumerable<Problem> Check(SheetView sheet)
    {
        var (stage, given) = (sheet.Text("metadata.stage"), sheet.Has("lifetime.expiresOn"));
        if (stage == "development" && !given) yield return SheetRules.Missing("lifetime.expiresOn");
        if (stage == "production" && given) yield return new("lifetime.expiresOn", "may not be given for production: leave it out");
    }
}
