using Portal.Domain.Planning.Document;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Letter;

/// <summary>What is signed, what is expected, and how long each kind of loss lasts.</summary>
internal static class Promises
{
    public static void Write(Markdown page, Plan plan)
    {
        var (availability, recovery) = (plan.Availability!, plan.Recovery!);
        page.Section("What it promises");
        page.Line($"What the providers sign comes to {availability.FloorPercent:0.0000} % where {availability.TargetPercent:0.####} % is asked; the weakest link is the {availability.WeakestLink}.");
        if (availability.Static is { } content)
        {
            page.Line($"Static content, on its own way, comes to {content.FloorPercent:0.0000} %.");
        }

        if (availability is { ModelledPercent: { } modelled, Modes: [var worst, ..] })
        {
            page.Line($"To be expected, though nobody signs it, are {modelled:0.####} %, or {availability.Modes.Sum(mode => mode.MinutesAYear):0.#} minutes of lost requests a year, {worst.MinutesAYear:0.#} of them by {worst.Mode}; your own bad releases come on top, with {availability.OwnReleaseMinutes:0} minutes.");
        }

        page.Line("");
        page.Table(["after the loss of", "it serves again within", "and data is lost of"], [.. Row("a zone", recovery.Zone), .. Row("data, by a fault of people or software", recovery.Corruption), .. Row("the region", recovery.Region)]);
    }

    private static IEnumerable<IReadOnlyList<string>> Row(string loss, RecoveryTime? promise) =>
        promise is null ? [] : [[loss, Spoken.Duration(promise.RtoSeconds), Spoken.Lost(promise.RpoSeconds)]];
}
