using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain;

/// <summary>How enums are spelled outside the program: by their <see cref="JsonStringEnumMemberNameAttribute"/>, else kebab case.</summary>
public static class Wire
{
    /// <summary>The contract's spelling of a value, for example <c>business-hours</c>.</summary>
    public static string Name<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>Every spelling of the enum in declaration order.</summary>
    public static IReadOnlyCollection<string> All<T>() where T : struct, Enum => Names<T>.ByName.Keys;

    /// <summary>The value with that spelling; case counts.</summary>
    public static bool TryParse<T>(string text, out T value) where T : struct, Enum => Names<T>.ByName.TryGetValue(text, out value);

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(v => v, Spell);

        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

        private static string Spell(T value) =>
            typeof(T).GetField(value.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
    }
}
