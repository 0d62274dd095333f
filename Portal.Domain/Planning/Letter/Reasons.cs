using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;

namespace Portal.Domain.Planning.Letter;

/// <summary>Why it looks like this: first what the requirements force, then what is simply the cheapest.</summary>
internal static class Reasons
{
    public static void Write(Markdown page, Plan plan)
    {
        var (forced, free) = (plan.Decisions.Where(decision => decision.IsForced).ToList(), plan.Decisions.Where(decision => !decision.IsForced).ToList());
        page.Section("Why it looks like this");
        page.Points(forced.Select(decision => Reason(decision, decision.Why)));
        if (forced.Count > 0)
        {
            page.Line("");
        }

        page.Line(forced.Count > 0 ? "Nothing that you asked decides the rest, so it is what costs least:" : "Nothing that you asked forces a dearer choice, so everything is what costs least:");
        page.Line("");
        page.Points(free.Select(decision => Reason(decision, $"{Spoken.Sentence(decision.Gives)}.")));
    }

    private static string Reason(Decision decision, string why) => $"{decision.Topic}: **{decision.Chosen}**. {why}";
}
