namespace Portal.Domain.Requests.Reading;

internal static class DataRules
{
    public static IEnumerable<Problem> Check(SheetView sheet)
    {
        if (sheet.Text("traffic.exposure") == "internal" && sheet.IsTrue("data.objects.publicStatic"))
            yield return new("data.objects.publicStatic", "serves objects to the internet, but traffic.exposure is internal: change one of them");
    }
}
