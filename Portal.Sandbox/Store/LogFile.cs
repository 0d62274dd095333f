using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Sandbox.Store;

/// <summary>One row as the log keeps it: table, owner, key, value (null: removed).</summary>
internal sealed record SavedRow(string T, string O, string K, JsonElement? V);

internal static class LogFile
{
    public static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        MaxDepth = 256,
    };

    public static Dictionary<string, List<SavedRow>> Read(string path)
    {
        var rows = new Dictionary<string, List<SavedRow>>();
        if (!File.Exists(path)) return rows;
        var bytes = File.ReadAllBytes(path).AsSpan();
        while (bytes.IndexOf((byte)'\n') is var end and >= 0)
        {
            foreach (var row in JsonSerializer.Deserialize<List<SavedRow>>(bytes[..end], Json) ?? [])
            {
                if (!rows.TryGetValue(row.T, out var table)) rows[row.T] = table = [];
                table.Add(row);
            }

            bytes = bytes[(end + 1)..];
        }

        return rows;
    }

    /// <summary>Write beside, sync, rename: at any moment the path holds either the old log or the new one.</summary>
    public static void Replace(string path, IEnumerable<SavedRow> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var beside = path + ".new";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            foreach (var row in rows)
            {
                JsonSerializer.Serialize(file, new[] { row }, Json);
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
