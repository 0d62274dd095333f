namespace Portal.Web.Components.Requests;

/// <summary>One choice: as the sheet spells it, and as people read it.</summary>
public sealed record FieldOption(string Value, string Word);

internal static class FieldId
{
    /// <summary>The id of the field for a path of the sheet.</summary>
    public static string Of(string path) => "field-" + path.Replace('.', '-');
}
