using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Worker.Aws.Wire;

/// <summary>Reads values from XML answers by local name; what is absent is null.</summary>
public static class XmlAnswer
{
    public static T? Get<T>(XElement parent, string name, Func<XElement, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Named(parent, name).FirstOrDefault() is { } element ? read(element) : default;
    }

    public static List<T> Items<T>(XElement list, Func<XElement, T> read)
    {
        ArgumentNullException.ThrowIfNull(list);
        return [.. list.Elements().Select(read)];
    }

    /// <summary>A list without an element of its own: its items stand among their parent's children.</summary>
    public static List<T>? Flat<T>(XElement parent, string name, Func<XElement, T> read) =>
        Named(parent, name).Select(read).ToList() is { Count: > 0 } items ? items : null;

    public static Dictionary<string, T> Map<T>(XElement map, string key, string value, Func<XElement, T> read)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Entries(map.Elements(), key, value, read);
    }

    public static Dictionary<string, T>? FlatMap<T>(XElement parent, string name, string key, string value, Func<XElement, T> read) =>
        Entries(Named(parent, name), key, value, read) is { Count: > 0 } entries ? entries : null;

    public static bool AsBool(XElement element) => string.Equals(Text(element), "true", StringComparison.OrdinalIgnoreCase);

    public static int AsInt(XElement element) => int.Parse(Text(element), CultureInfo.InvariantCulture);

    public static long AsLong(XElement element) => long.Parse(Text(element), CultureInfo.InvariantCulture);

    public static float AsFloat(XElement element) => float.Parse(Text(element), CultureInfo.InvariantCulture);

    public static double AsDouble(XElement element) => double.Parse(Text(element), CultureInfo.InvariantCulture);

    public static DateTimeOffset AsTime(XElement element) => WireText.ReadTime(Text(element));

    public static byte[] AsBlob(XElement element) => Convert.FromBase64String(Text(element));

    private static string Text(XElement element) => (element ?? throw new XmlException("no element")).Value.Trim();

    private static IEnumerable<XElement> Named(XElement parent, string name) => parent.Elements().Where(element => element.Name.LocalName == name);

    private static Dictionary<string, T> Entries<T>(IEnumerable<XElement> entries, string key, string value, Func<XElement, T> read) =>
        entries.ToDictionary(entry => Named(entry, key).Single().Value, entry => read(Named(entry, value).Single()));
}
