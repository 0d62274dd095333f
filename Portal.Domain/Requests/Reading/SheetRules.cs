namespace Portal.Domain.Requests.Reading;

/// <summary>The rules between fields, one file a section; each answers every fault that it finds.</summary>
internal static class SheetRules
{
    private static readonly Func<SheetView, IEnumerable<Problem>>[] All =
        [TrafficRules.Check, ApplicationRules.Check, PlacementRules.Check, DataRules.Check, NetworkRules.Check, DnsRules.Check, BudgetRules.Check, LifetimeRules.Check];

    public static IEnumerable<Problem> Check(SheetView sheet) => All.SelectMany(rule => rule(sheet));

    /// <summary>A field that is required by what other fields say.</summary>
    public static Problem Missing(string path)
    {
        var field = SheetSchema.At(path);
        return new Problem(path, SchemaCheck.Missing(field, $" where {field.RequiredWhen}"));
    }
}
