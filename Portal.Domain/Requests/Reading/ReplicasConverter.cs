using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Requests.Reading;

/// <summary><c>auto</c> is null: the planner decides how many.</summary>
internal sealed class ReplicasConverter : JsonConverter<int?>
{
    private const string Auto = "auto";

    public override bool HandleNull => true;

    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? (int)reader.GetDecimal() : null;

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is { } count) writer.WriteNumberValue(count);
        else writer.WriteStringValue(Auto);
    }
}
