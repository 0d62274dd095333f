using System.Text;

namespace Portal.AwsClientGenerator;

/// <summary>Indented lines.</summary>
internal sealed class SourceText
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "") => text.Append(line.Length == 0 ? "" : new string(' ', depth * 4) + line).Append('\n');

    public void Block(string head, Action body, string end = "}")
    {
        Line(head);
        Line("{");
        depth++;
        body();
        depth--;
        Line(end);
    }

    public override string ToString() => text.ToString();
}
