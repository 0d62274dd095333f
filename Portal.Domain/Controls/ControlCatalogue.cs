using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Controls;

/// <summary>What each programme asks for, read from <c>Controls/Data/{programme}.csv</c>.</summary>
public static class ControlCatalogue
{
    private const string Organisational = "organisational";
    private static readonly ConcurrentDictionary<ComplianceProgram, IReadOnlyList<Control>> Read = new();

    /// <summary>The programme's controls in the order of its file.</summary>
    public static IReadOnlyList<Control> Of(ComplianceProgram programme) => Read.GetOrAdd(programme, ReadFile);

    private static IReadOnlyList<Control> ReadFile(ComplianceProgram programme)
    {
        var name = $"controls/{Wire.Name(programme)}.csv";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. CsvTable.Read(reader.ReadToEnd()).Select(row => new Control($"{Wire.Name(programme)}/{row["id"]}", row["title"], Checks(row["check"]), row["people"]))];
    }

    private static string[] Checks(string cell) => cell == Organisational ? [] : cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
