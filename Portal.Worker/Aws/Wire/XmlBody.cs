using System.Xml.Linq;

namespace Portal.Worker.Aws.Wire;

/// <summary>Writes XML request bodies: children take their parent's namespace.</summary>
public static class XmlBody
{
    public static void Text(XElement parent, string name, string value) => Child(parent, name, element => element.Value = value);

    public static void Child(XElement parent, string name, Action<XElement> write)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(write);
        var child = new XElement(parent.Name.Namespace + name);
        parent.Add(child);
        write(child);
    }

    public static void Each<T>(XElement parent, IEnumerable<T> items, Action<XElement, T> write)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        foreach (var item in items)
            write(parent, item);
    }
}
