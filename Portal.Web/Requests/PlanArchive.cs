using System.IO.Compression;
using System.Text;
using Portal.Domain.Exporting;

namespace Portal.Web.Requests;

/// <summary>An export as one file to take away: equal plans give equal bytes.</summary>
internal static class PlanArchive
{
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Read by all, the script run by all; Unix modes stand in the upper half (APPNOTE.TXT, 4.4.15).</summary>
    private const int Plain = 0b1_000_000_110_100_100 << 16;
    private const int Runnable = 0b1_000_000_111_101_101 << 16;

    public static byte[] Of(ExportFolder folder)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in folder.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = Undated;
                entry.ExternalAttributes = path == ExportFolder.ScriptPath ? Runnable : Plain;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
