using System.Text.Json.Nodes;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>A refused sheet with a way out taken over, as a person would send it again.</summary>
internal static class RelaxedSheet
{
    public static RequestSheet Of(RequestSheet sheet, Relaxation way)
    {
        var document = JsonNode.Parse(CanonicalSheet.Write(sheet))!.AsObject();
        if (sheet.Traffic.MeanRps == sheet.Traffic.PeakRequests / 4)
        {
            // Nobody wrote it.
            document["traffic"]!.AsObject().Remove("meanRps");
        }

        foreach (var (path, value) in way.Change)
        {
            Write(document, path.Split('.'), value);
        }

        return RequestReader.Read(document.ToJsonString()).Expect();
    }

    private static void Write(JsonObject document, string[] path, JsonNode? value)
    {
        var map = path.SkipLast(1).Aggregate(document, (map, name) => (map[name] ??= new JsonObject()).AsObject());
        if (value is null)
        {
            map.Remove(path[^1]);
        }
        else
        {
            map[path[^1]] = value.DeepClone();
        }
    }
}
