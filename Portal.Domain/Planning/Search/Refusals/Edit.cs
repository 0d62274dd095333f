using System.Text.Json.Nodes;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>A change of the sheet: what to write into which fields (null: leave the field out), and the sheet with it.</summary>
internal sealed record Edit(IReadOnlyList<KeyValuePair<string, JsonNode?>> Changes, Func<RequestSheet, RequestSheet> Apply)
{
    public Edit(string path, JsonNode? value, Func<RequestSheet, RequestSheet> apply)
        : this([new(path, value)], apply)
    {
    }

    public static Edit Commit => new(SheetPaths.Purchase, "savings-plan-1y", sheet => sheet with { Budget = sheet.Budget with { Purchase = Purchase.SavingsPlan1Y } });

    public Edit And(Edit other) => new([.. Changes, .. other.Changes], sheet => other.Apply(Apply(sheet)));
}
