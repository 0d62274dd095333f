using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Domain.Requests.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Domain.Requests;

/// <summary>A sheet as a person would write it: the contract's order, and nothing that is the default anyway. Reading it gives the same sheet again.</summary>
public static partial class SheetYaml
{
    public static string Write(RequestSheet sheet)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, SheetShort.Of(sheet), depth: 0);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, JsonNode node, int depth)
    {
        if (node is JsonObject map) EmitMap(emitter, map, depth);
        else if (node is JsonArray list) EmitList(emitter, list, depth);
        else if (node.GetValueKind() == System.Text.Json.JsonValueKind.String) emitter.Emit(Text(node.GetValue<string>()));
        else emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, node.ToJsonString(), ScalarStyle.Plain, true, false));
    }

    /// <summary>Sections stand in lines of their own; what is small and deep stands in one line.</summary>
    private static void EmitMap(Emitter emitter, JsonObject map, int depth)
    {
        var flow = depth > 1 && !map.Any(member => member.Value is JsonValue value && value.ToString().Contains('\n'));
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, flow ? MappingStyle.Flow : MappingStyle.Block));
        foreach (var (name, value) in map)
        {
            emitter.Emit(Text(name));
            Emit(emitter, value!, depth + 1);
        }

        emitter.Emit(new MappingEnd());
    }

    private static void EmitList(Emitter emitter, JsonArray list, int depth)
    {
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Flow));
        foreach (var item in list) Emit(emitter, item!, depth + 1);
        emitter.Emit(new SequenceEnd());
    }

    private static Scalar Text(string text) => new(AnchorName.Empty, TagName.Empty, text, Style(text), true, true);

    private static ScalarStyle Style(string text) =>
        Word().IsMatch(text) && ScalarText.Read(text) is TextNode ? ScalarStyle.Plain
        : text.Contains('\n') && Lines().IsMatch(text) ? ScalarStyle.Literal
        : ScalarStyle.DoubleQuoted;

    /// <summary>What every YAML reader takes for text without quotes, in a line and in brackets; older ones read 07:00 as minutes and NO as false.</summary>
    [GeneratedRegex(@"\A(?![0-9:]+\z)(?!(?i:y|n|yes|no|on|off)\z)[A-Za-z0-9/](?:[A-Za-z0-9 _./@=-]|:(?=[A-Za-z0-9/]))*(?<! )\z")]
    private static partial Regex Word();

    /// <summary>Plain lines that a literal block keeps as they are: none begins the text with a blank or ends with one.</summary>
    [GeneratedRegex(@"\A(?=[!-~])(?:[ -~]*[!-~]\n|\n(?=.))*(?:[ -~]*[!-~]\n?)\z")]
    private static partial Regex Lines();
}
