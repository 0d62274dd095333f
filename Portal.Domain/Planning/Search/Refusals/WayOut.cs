using System.Text.Json.Nodes;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Reading;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>What changes of the sheet make possible, found by search.</summary>
internal static class WayOut
{
    /// <summary>The cheapest design of the changed sheet; where it still misses something the nearest one, and what that misses joins the changes. Null where the changed sheet has no design either.</summary>
    public static Relaxation? Of(RequestSheet sheet, AwsFacts facts, params IReadOnlyList<Edit> edits)
    {
        var input = PlanningInput.Of(edits.Aggregate(sheet, (changed, edit) => edit.Apply(changed)), facts);
        if (Scope.Refusals(input).Count > 0)
        {
            return null;
        }

        var chooser = Chooser.Of(input);
        var design = chooser.Best() ?? Chooser.Of(input.Everywhere).Best() ?? DesignSearch.Nearest(chooser.Space, Choice.Free, [], chooser.Requirements);
        return design is null ? null : Of(chooser, design, edits);
    }

    /// <summary>Whether a sheet may say it: a budget, say, ends at some amount.</summary>
    public static bool IsWritable(Relaxation way) => way.Change.All(change => change.Value is not JsonValue value || !value.TryGetValue<decimal>(out var number) || SheetSchema.At(change.Key).Admits(number));

    /// <summary>A design that was found already, and what the sheet must say for it beside these edits.</summary>
    public static Relaxation Of(Chooser chooser, Design design, params IReadOnlyList<Edit> edits) => new(
        new SortedDictionary<string, JsonNode?>(edits.SelectMany(edit => edit.Changes).Concat(chooser.Missed(design).SelectMany(requirement => requirement.Relaxed(design.Promise))).DistinctBy(change => change.Key).ToDictionary(), StringComparer.Ordinal),
        design.Monthly,
        design.FloorPercent);
}
