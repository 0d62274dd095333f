using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Planning.Document;

/// <summary>A parameter's value: text, or another stack's output that is known once that stack stands.</summary>
[JsonConverter(typeof(StackParameterConverter))]
public abstract record StackParameter
{
    private StackParameter()
    {
    }

    /// <summary>Known now. <c>{{resolve:ssm:…}}</c> of an image is pinned to the id that was signed.</summary>
    public sealed record Text(string Value) : StackParameter;

    /// <summary>Known once <paramref name="Stack"/> stands.</summary>
    public sealed record FromStack(string Stack, string Output) : StackParameter;
}

internal sealed class StackParameterConverter : JsonConverter<StackParameter>
{
    public override StackParameter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new StackParameter.Text(reader.GetString()!);
        }

        using var document = JsonDocument.ParseValue(ref reader);
        return new StackParameter.FromStack(document.RootElement.GetProperty("stack").GetString()!, document.RootElement.GetProperty("output").GetString()!);
    }

    public override void Write(Utf8JsonWriter writer, StackParameter value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case StackParameter.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case StackParameter.FromStack output:
                writer.WriteStartObject();
                writer.WriteString("stack", output.Stack);
                writer.WriteString("output", output.Output);
                writer.WriteEndObject();
                break;
        }
    }
}
