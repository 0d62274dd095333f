using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Planning.Document;

/// <summary>
/// <c>sha256:</c> and 64 hex digits over sorted UTF-8 lines <c>path TAB sha256</c>: what an approver signs (contract, section 2, Digest).
/// <c>default</c> is no digest at all and equals nothing that was computed.
/// </summary>
[JsonConverter(typeof(DigestConverter))]
public readonly record struct Digest(string Value)
{
    /// <summary>The digest over named parts; their order does not matter, their names and bytes do.</summary>
    public static Digest Of(IEnumerable<KeyValuePair<string, string>> parts) => new("sha256:" + Hex(Lines(parts)));

    /// <summary>The text that is hashed: a line <c>path TAB sha256</c> for each part, in ordinal order, each ended by LF.</summary>
    public static string Lines(IEnumerable<KeyValuePair<string, string>> parts) =>
        string.Concat(parts.Select(p => $"{p.Key}\t{Hex(p.Value)}").Order(StringComparer.Ordinal).Select(line => line + "\n"));

    /// <summary>Lower-case hex sha256 of the text's UTF-8 bytes.</summary>
    public static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Twelve digits, for people.</summary>
    public string Abbreviated => Value is { Length: > 19 } ? Value[7..19] : "";

    public override string ToString() => Value ?? "";
}

internal sealed class DigestConverter : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
