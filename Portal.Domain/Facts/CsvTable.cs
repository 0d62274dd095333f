using System.Globalization;
using System.Text;

namespace Portal.Domain.Facts;

/// <summary>Rows of a comma-separated file with a header line and quotes where needed.</summary>
internal static class CsvTable
{
    public static IEnumerable<CsvRow> Read(string text)
    {
        var lines = text.Split('\n');
        var header = Cells(lines[0].TrimEnd('\r')).Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index, StringComparer.Ordinal);
        return lines.Skip(1).Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Select(line => new CsvRow(header, Cells(line)));
    }

    private static string[] Cells(string line) => line.Contains('"', StringComparison.Ordinal) ? QuotedCells(line) : line.Split(',');

    private static string[] QuotedCells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}

/// <summary>One row; an empty cell means "no value", never zero.</summary>
internal readonly struct CsvRow(Dictionary<string, int> header, string[] cells)
{
    public string this[string column] => cells[header[column]];

    public decimal Number(string column) => decimal.Parse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture);

    public decimal? Optional(string column) => this[column].Length == 0 ? null : Number(column);

    public bool Flag(string column) => this[column] == "true";
}
