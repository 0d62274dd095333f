using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain;

/// <summary>Writes and reads every enum by its <see cref="Wire"/> name.</summary>
public sealed class WireEnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(OfEnum<>).MakeGenericType(typeToConvert))!;

    private sealed class OfEnum<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Wire.TryParse<T>(reader.GetString() ?? "", out var value) ? value : throw new JsonException($"Not a {typeof(T).Name}: {reader.GetString()}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Wire.Name(value));
    }
}
