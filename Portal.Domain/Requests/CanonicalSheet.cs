using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Requests.Reading;

namespace Portal.Domain.Requests;

/// <summary>
/// The one form of a sheet that digests are made of: JSON without white space, names sorted, every default filled in, kinds that are not
/// asked for left out, durations in their shortest exact form, numbers without trailing zeros. Reading it gives the same sheet again.
/// </summary>
public static class CanonicalSheet
{
    public static string Write(RequestSheet sheet) => Sorted(SheetJson.ToJson(sheet)).ToJsonString(SheetJson.Options);

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Sorted(member.Value!)))),
        JsonArray list => new JsonArray([.. list.Select(item => Sorted(item!))]),
        _ => node.DeepClone(),
    };
}
