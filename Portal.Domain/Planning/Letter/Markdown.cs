using System.Globalization;
using System.Text;

namespace Portal.Domain.Planning.Letter;

/// <summary>Markdown that is written from top to bottom; numbers as in English.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder text = new();

    public void Line(FormattableString line) => Line(line.ToString(CultureInfo.InvariantCulture));

    public void Line(string line) => text.Append(line).Append('\n');

    public void Paragraph(FormattableString line)
    {
        Line("");
        Line(line);
    }

    public void Section(string title)
    {
        Line("");
        Line($"## {title}");
        Line("");
    }

    public void Points(IEnumerable<string> points)
    {
        foreach (var point in points)
        {
            Line($"- {point}");
        }
    }

    /// <param name="head">Names of the columns.</param>
    /// <param name="rows">As many cells each as there are columns.</param>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(head);
        Row([.. head.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Row(row);
        }
    }

    public override string ToString() => text.ToString();

    /// <summary>A stroke would end the cell.</summary>
    private void Row(IReadOnlyList<string> cells) => Line("| " + string.Join(" | ", cells.Select(cell => cell.Replace("|", @"\|", StringComparison.Ordinal))) + " |");
}
