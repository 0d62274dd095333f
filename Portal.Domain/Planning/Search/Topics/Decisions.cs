using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>What was decided, why, and what else there was. An alternative is the cheapest whole design with that option forced.</summary>
internal sealed class Decisions(Chooser chooser, Design chosen, Causes causes)
{
    private static readonly Money Cent = Money.FromUsd(0.01m);

    public IReadOnlyList<Decision> All() => [.. causes.Topics.Select(Decide)];

    /// <summary>The whole design behind each alternative that is shown.</summary>
    public IEnumerable<(Topic Topic, string Option, Design Design)> Others() =>
        from topic in causes.Topics
        from other in OthersOf(topic)
        select (topic, other.Option, other.Design);

    private Decision Decide(Topic topic)
    {
        var forcing = causes.Forcing(topic);
        return new Decision
        {
            Topic = topic.Name,
            Chosen = topic.Chosen,
            IsForced = forcing.Count > 0,
            Gives = topic.Why,
            Because = causes.Because(topic),
            Why = forcing.Count > 0 ? $"Whatever is cheaper in its place misses {string.Join(", ", forcing)}; {topic.Why}." : $"The cheapest that meets everything; {topic.Why}.",
            Alternatives = [.. OthersOf(topic).Select(other => new Alternative(other.Option, other.Design.Monthly, other.Design.FloorPercent, Rejected(other.Design)) { Misses = !chooser.MeetsAll(other.Design) })],
        };
    }

    private IEnumerable<(string Option, Design Design)> OthersOf(Topic topic) =>
        topic.Others.Select(other => (other.Option, Design: Forced(topic, other.Choice))).Where(other => other.Design is not null).Select(other => (other.Option, other.Design!));

    /// <summary>
    /// Where no design with the option meets everything, the cheapest of those that miss the fewest requirements; among them goes first what is chosen with nothing but the option changed,
    /// so that a part is not credited with what all others could do without once a requirement is missed anyway.
    /// </summary>
    private Design? Forced(Topic topic, Choice choice)
    {
        var cheapest = chooser.Forced(choice);
        return cheapest is null || topic.IsGround || chooser.MeetsAll(cheapest) || chooser.Fewest(choice.Beside(chosen)) is not { } alone || chooser.Missed(alone).Count > chooser.Missed(cheapest).Count
            ? cheapest
            : alone;
    }

    private string Rejected(Design design)
    {
        var missed = chooser.Missed(design);
        if (missed.Count > 0)
        {
            return string.Join("; ", missed.Select(requirement => requirement.Missed(design.Promise)));
        }

        return design.Monthly > chosen.Monthly ? $"costs {Words(design.Monthly - chosen.Monthly)} a month more" : "costs the same, gives nothing more that was asked, and is less simple";
    }

    /// <summary>Cents are as much as people read, and nothing is not what it is.</summary>
    private static string Words(Money more) => more < Cent ? "less than a cent" : $"{more}";
}
