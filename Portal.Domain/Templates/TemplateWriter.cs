using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Domain.Templates;

/// <summary>Writes a tree as YAML with LF, in block style, functions in short form where YAML allows it. The same tree gives the same bytes.</summary>
public static partial class TemplateWriter
{
    private static readonly EmitterSettings Settings =
        new EmitterSettings().WithBestIndent(2).WithBestWidth(int.MaxValue).WithIndentedSequences().WithNewLine("\n");

    public static string Write(TemplateMap root)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        WriteNode(emitter, root, TagName.Empty);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void WriteNode(Emitter emitter, TemplateNode node, TagName tag)
    {
        // A tag stands on a plain argument only: `!Base64 !Sub x` is not YAML, so the outer of two functions keeps its long form.
        if (tag.IsEmpty && node.IsFunction(out var name, out var argument) && !argument.IsFunction(out _, out _))
        {
            WriteNode(emitter, name == "Fn::GetAtt" ? Dotted(argument) : argument, "!" + name[(name == "Ref" ? 0 : 4)..]);
            return;
        }

        switch (node)
        {
            case TemplateScalar scalar:
                emitter.Emit(new Scalar(AnchorName.Empty, tag, scalar.Text, Style(scalar), tag.IsEmpty, tag.IsEmpty));
                break;
            case TemplateList list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, tag, tag.IsEmpty, list.Items.IsEmpty ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list.Items)
                    WriteNode(emitter, item, TagName.Empty);
                emitter.Emit(new SequenceEnd());
                break;
            case TemplateMap map:
                emitter.Emit(new MappingStart(AnchorName.Empty, tag, tag.IsEmpty, map.Entries.IsEmpty ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in map.Entries)
                {
                    WriteNode(emitter, new TemplateScalar(key), TagName.Empty);
                    WriteNode(emitter, value, TagName.Empty);
                }

                emitter.Emit(new MappingEnd());
                break;
        }
    }

    private static TemplateScalar Dotted(TemplateNode argument) =>
        new(string.Join('.', ((TemplateList)argument).Items.Cast<TemplateScalar>().Select(item => item.Text)));

    // The emitter quotes what would break the syntax; what would merely change its type (dates, yes, 010) is quoted here.
    private static ScalarStyle Style(TemplateScalar scalar) => scalar switch
    {
        { Quoted: false } => ScalarStyle.Plain,
        { Text: var text } when SafePlain().IsMatch(text) && !ReservedWord().IsMatch(text) => ScalarStyle.Plain,
        { Text: var text } when text.Contains('\n') && SafeBlock().IsMatch(text) => ScalarStyle.Literal,
        { Text: var text } when text.Any(char.IsControl) => ScalarStyle.DoubleQuoted,
        _ => ScalarStyle.SingleQuoted,
    };

    [GeneratedRegex(@"^[A-Za-z][^\p{C}\p{Z}]*( [^\p{C}\p{Z}]+)*\z")]
    private static partial Regex SafePlain();

    // Lines of visible text that neither begin the block with a blank nor end with more than one line break.
    [GeneratedRegex(@"^[^\p{C}\p{Z}][^\p{C}\u0085\u2028\u2029]*(\n+[^\p{C}\u0085\u2028\u2029]+)*\n?\z")]
    private static partial Regex SafeBlock();

    [GeneratedRegex("^(y|n|yes|no|on|off|true|false|null)\\z", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedWord();
}
