using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Fields;

namespace Portal.Tests.Domain.Planning;

/// <summary>Every field of the sheet counts: changed, it is seen in the plan, in a refusal or in a warning.</summary>
public sealed class FieldTests
{
    private static readonly IReadOnlyList<FieldRow> Rows = [.. TrafficRows.All, .. ApplicationRows.All, .. PromiseRows.All, .. DataRows.All, .. OtherRows.All];

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var (row, number) in Rows.Select((row, number) => (row, number)))
            {
                cases.Add(number, row.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Field_IsSeen(int number, string name)
    {
        var row = Rows[number];
        var (before, after) = (row.Before, row.After);

        Assert.True(before.Feasible, $"{name}: {string.Join('\n', before.Refusals.Select(refusal => refusal.Why + " " + refusal.Proof))}");
        Assert.True(row.Sees(before, after), $"{name}: {before.Cost?.MonthlyUsd} and {after.Cost?.MonthlyUsd}; {string.Join('\n', after.Refusals.Select(refusal => string.Join(", ", refusal.Requirements) + ": " + refusal.Why + " " + refusal.Proof))}");
    }

    [Fact]
    public void EveryField_HasARow_AndEveryRowAField()
    {
        var fields = Fields(typeof(RequestSheet), "").ToList();

        Assert.Equal(fields.Order(StringComparer.Ordinal), Rows.Select(row => row.Path).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(fields.Count, 70, 200);
    }

    private static IEnumerable<string> Fields(Type record, string path) => record
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null or { Condition: not JsonIgnoreCondition.Always })
        .SelectMany(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type && IsSection(type)
            ? Fields(type, Name(path, property))
            : [Name(path, property)]);

    /// <summary>The sheet's own records; numbers, words, lists and networks are fields.</summary>
    private static bool IsSection(Type type) => type is { IsClass: true, Namespace: "Portal.Domain.Requests" };

    private static string Name(string path, PropertyInfo property) => (path.Length == 0 ? "" : path + ".") + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
