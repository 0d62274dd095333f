namespace Portal.Web.Components.Requests;

/// <summary>Turns a preset into the draft one starts from.</summary>
public static class SheetStart
{
    private const int DaysOfDevelopment = 30;
    private static readonly string[] Own = ["metadata.name", "metadata.team", "metadata.costCenter", "metadata.description"];

    /// <summary>The preset with what the person has written about the request itself, a team they may ask for, and an expiry where one is needed.</summary>
    public static string From(Preset preset, SheetDraft? written, IReadOnlyList<string> teams, DateTimeOffset now)
    {
        var draft = new SheetDraft(preset.Sheet);
        foreach (var path in Own)
        {
            draft.Set(path, written?.Get(path));
        }

        if (draft.Get("metadata.team") is null && teams.Count > 0)
        {
            draft.Set("metadata.team", teams[0]);
        }

        if (draft.Get("metadata.stage") == "development")
        {
            draft.Set("lifetime.expiresOn", now.UtcDateTime.AddDays(DaysOfDevelopment).ToString("yyyy-MM-dd"));
        }

        return draft.Text;
    }

    /// <summary>
    /// The text to plan while the request has no name or cost center yet: both are needed to save, neither changes the design.
    /// </summary>
    public static string Plannable(SheetDraft draft)
    {
        if (!draft.IsReadable || (draft.Get("metadata.name") is not null && draft.Get("metadata.costCenter") is not null))
        {
            return draft.Text;
        }

        var copy = new SheetDraft(draft.Text);
        copy.Set("metadata.name", draft.Get("metadata.name") ?? "unnamed");
        copy.Set("metadata.costCenter", draft.Get("metadata.costCenter") ?? "unset");
        return copy.Text;
    }
}
