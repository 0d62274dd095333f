using System.IO.Compression;
using System.Text;
using Portal.Domain.Planning;

namespace Portal.Web.Requests;

/// <summary>The plan folder as one file to take away: equal folders give equal bytes.</summary>
internal static class PlanArchive
{
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(PlanFolder folder)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in folder.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = Undated;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
