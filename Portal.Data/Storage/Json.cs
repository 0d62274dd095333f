using System.Text.Json;
using Portal.Domain.Planning.Document;

namespace Portal.Data.Storage;

/// <summary>Lists and small documents inside a column, in the plan document's spelling.</summary>
public static class Json
{
    private static readonly JsonSerializerOptions Compact = new(PlanJson.Options) { WriteIndented = false };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Compact);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Compact)!;
}
