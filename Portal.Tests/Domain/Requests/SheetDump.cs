using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;

namespace Portal.Tests.Domain.Requests;

/// <summary>Every settable property of a record, in depth, so that two sheets can be held against each other without the code under test.</summary>
internal static class SheetDump
{
    public static string Of(object? value, string name = "sheet") => value switch
    {
        null => $"{name}=null\n",
        string or Enum or bool or int or IPNetwork => $"{name}={value}\n",
        IFormattable number when value.GetType().IsPrimitive || value is decimal => $"{name}={number.ToString("G29", CultureInfo.InvariantCulture)}\n",
        TimeSpan or DateOnly or TimeOnly => $"{name}={value}\n",
        IDictionary map => string.Concat(map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => Of(map[key], $"{name}.{key}"))),
        IEnumerable list => string.Concat(list.Cast<object>().Select((item, i) => Of(item, $"{name}[{i}]"))) + $"{name}#\n",
        _ => string.Concat(Properties(value.GetType()).Select(property => Of(property.GetValue(value), $"{name}.{property.Name}"))),
    };

    public static IEnumerable<PropertyInfo> Properties(Type record) =>
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);
}
