using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Domain.Planning.Document;

/// <summary>The plan document as JSON: camel case, enums by their wire names, two spaces, LF, equal plans equal bytes.</summary>
public static class PlanJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new WireEnumConverter() },
    };

    public static string Write(Plan plan) => JsonSerializer.Serialize(plan, Options) + "\n";

    public static Plan Read(string json) => JsonSerializer.Deserialize<Plan>(json, Options) ?? throw new JsonException("The plan document is empty.");
}
