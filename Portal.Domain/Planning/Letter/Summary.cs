using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Letter;

/// <summary>The plan as an architect's letter to those who asked for it, in Markdown: what, why, what it costs, what is at risk, what was rejected; or why it cannot be.</summary>
internal static class Summary
{
    public static string Of(RequestSheet sheet, Plan plan)
    {
        var page = new Markdown();
        page.Line($"# {plan.Team}/{plan.Name}");
        if (plan.Feasible)
        {
            Opening.Write(page, sheet, plan);
            Promises.Write(page, plan);
            Reasons.Write(page, plan);
            Spending.Write(page, plan);
            Risks.Write(page, plan);
            Rejected.Write(page, plan);
        }
        else
        {
            Refused.Write(page, plan);
        }

        page.Paragraph($"Prices are of the price book {plan.Cost?.PriceVersion ?? "at hand"}, without tax, for a month of 730 hours. Stage: {Wire.Name(sheet.Metadata.Stage)}. Digest: {plan.Digest.Abbreviated}.");
        return page.ToString();
    }
}
