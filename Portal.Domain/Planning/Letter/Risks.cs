using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Letter;

/// <summary>What stays at risk, and what people have to do.</summary>
internal static class Risks
{
    public static void Write(Markdown page, Plan plan)
    {
        page.Section("What is at risk, and what is left to you");
        if (plan.Warnings.Count == 0)
        {
            page.Line("Nothing beyond what is promised above.");
        }

        page.Points(plan.Warnings.Select(warning => $"{warning.Text} ({warning.Requirement})"));
    }
}
