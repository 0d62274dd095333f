using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Portal.Tests.Worker.Aws;

/// <summary>Between the judge's JSON and the generated classes, by reflection: it knows nothing of how the generator names things on the wire.</summary>
internal static class WireValues
{
    public static object Build(JsonElement value, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Build(value, inner);
        if (type == typeof(string))
            return value.GetString()!;
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.FromUnixTimeSeconds((long)value.GetDouble());
        if (type == typeof(byte[]))
            return value.GetBytesFromBase64();
        if (type.IsPrimitive)
            return value.Deserialize(type)!;
        var built = Activator.CreateInstance(type)!;
        if (built is IDictionary map)
            foreach (var entry in value.EnumerateObject())
                map[entry.Name] = Build(entry.Value, type.GenericTypeArguments[1]);
        else if (built is IList list)
            foreach (var item in value.EnumerateArray())
                list.Add(Build(item, type.GenericTypeArguments[0]));
        else
            foreach (var member in value.EnumerateObject())
                Property(type, member.Name).SetValue(built, Build(member.Value, Property(type, member.Name).PropertyType));
        return built;
    }

    /// <summary>Where the value differs from what the judge read; nothing where they agree.</summary>
    public static IEnumerable<string> Differences(JsonElement expected, object? actual, string path)
    {
        if (actual is null)
            return expected.ValueKind == JsonValueKind.Null ? [] : [$"{path}: absent, expected {expected}"];
        return actual switch
        {
            IDictionary map => expected.EnumerateObject().SelectMany(entry => Differences(entry.Value, map[entry.Name], $"{path}[{entry.Name}]"))
                .Concat(map.Count == expected.EnumerateObject().Count() ? [] : [$"{path}: {map.Count} entries"]),
            byte[] bytes => bytes.SequenceEqual(expected.GetBytesFromBase64()) ? [] : [$"{path}: other bytes"],
            IList list => list.Count != expected.GetArrayLength()
                ? [$"{path}: {list.Count} items, expected {expected.GetArrayLength()}"]
                : list.Cast<object>().Zip(expected.EnumerateArray()).SelectMany((pair, i) => Differences(pair.Second, pair.First, $"{path}[{i}]")),
            string or ValueType => Equals(actual, Build(expected, actual.GetType())) ? [] : [$"{path}: {actual}, expected {expected}"],
            _ => Members(expected, actual, path),
        };
    }

    private static IEnumerable<string> Members(JsonElement expected, object actual, string path)
    {
        var properties = expected.EnumerateObject().Select(member => (member.Value, Property: Property(actual.GetType(), member.Name))).ToList();
        var surplus = actual.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.GetValue(actual) is not null && properties.All(known => known.Property.Name != property.Name));
        return properties.SelectMany(known => Differences(known.Value, known.Property.GetValue(actual), $"{path}.{known.Property.Name}"))
            .Concat(surplus.Select(property => $"{path}.{property.Name}: read, but the judge read none"));
    }

    private static PropertyInfo Property(Type type, string member)
    {
        var name = char.ToUpperInvariant(member[0]) + member[1..];
        return (name == type.Name ? null : type.GetProperty(name)) ?? type.GetProperty(name + "Value") ?? throw new InvalidOperationException($"{type.Name} has no {member}");
    }
}
