using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Portal.Worker.Aws.Wire;

/// <summary>AWS's JSON: instants as seconds since 1970, nothing for what is absent, nothing of the classes that Amazon's requests derive from.</summary>
internal static class WireJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DropInherited } },
        Converters = { new EpochTimestamps() },
    };

    private static void DropInherited(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i].AttributeProvider is System.Reflection.MemberInfo { DeclaringType.Namespace: { } space } && space.StartsWith("Amazon.", StringComparison.Ordinal))
                type.Properties.RemoveAt(i);
    }
}

internal sealed class EpochTimestamps : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? WireText.ReadTime(reader.GetString()!) : WireText.FromSeconds(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        if (value.UtcTicks % TimeSpan.TicksPerSecond == 0)
            writer.WriteNumberValue(value.ToUnixTimeSeconds());
        else
            writer.WriteNumberValue((decimal)(value.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerSecond);
    }
}

/// <summary>For the members whose model asks for ISO 8601.</summary>
public sealed class IsoTimestamps : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new EpochTimestamps().Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(WireText.Time(value, "iso8601"));
    }
}
