using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Portal.Domain.Planning.Document;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Domain.Templates;

/// <summary>Reads a template's YAML into a tree: tags become long form, aliases, merge keys and macros are refused.</summary>
/// <remarks>Only <c>true</c>, <c>false</c> and plain decimal numbers have a type of their own; dates, <c>yes</c> and <c>no</c> stay text.</remarks>
public static partial class TemplateReader
{
    public static TemplateMap Read(string yaml)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, "") as TemplateMap ?? throw new TemplateException("", "a template is a mapping");
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return root["Transform"] is null ? root : throw new TemplateException("Transform", "modules have no transform");
        }
        catch (YamlException e)
        {
            throw new TemplateException("", $"line {e.Start.Line}, column {e.Start.Column}: {e.Message}");
        }
    }

    private static TemplateNode ReadNode(IParser parser, string path)
    {
        var next = parser.Consume<ParsingEvent>();
        if (next is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new TemplateException(path, "anchors and aliases are refused");
        return next switch
        {
            Scalar scalar => Tagged(scalar.Tag, ReadScalar(scalar, path), path),
            SequenceStart start => Tagged(start.Tag, ReadList(parser, path), path),
            MappingStart start => Tagged(start.Tag, ReadMap(parser, path), path),
            _ => throw new TemplateException(path, "not a template"),
        };
    }

    private static TemplateScalar ReadScalar(Scalar scalar, string path)
    {
        if (scalar.Style != ScalarStyle.Plain)
            return new(scalar.Value);
        if (scalar.Tag.IsEmpty && scalar.Value is "" or "~" or "null")
            throw new TemplateException(path, "an empty value is refused: CloudFormation takes no null");
        return new(scalar.Value, Quoted: !TypedValue().IsMatch(scalar.Value));
    }

    private static TemplateList ReadList(IParser parser, string path)
    {
        var items = ImmutableArray.CreateBuilder<TemplateNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(parser, $"{path}/{items.Count}"));
        return new(items.ToImmutable());
    }

    private static TemplateMap ReadMap(IParser parser, string path)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, TemplateNode>>();
        var seen = new HashSet<string>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>().Value;
            var here = path.Length == 0 ? key : $"{path}/{key}";
            if (key == "<<")
                throw new TemplateException(here, "merge keys are refused");
            if (!seen.Add(key))
                throw new TemplateException(here, $"the key {key} stands here twice");
            entries.Add(new(key, ReadNode(parser, here)));
        }

        var map = new TemplateMap(entries.ToImmutable());
        foreach (var (key, _) in map.Entries.Where(entry => TemplateFunctions.IsName(entry.Key)))
        {
            if (TemplateFunctions.Refusal(key) is { } why)
                throw new TemplateException(path, why);
            if (map.Entries.Length > 1)
                throw new TemplateException(path, $"{key} stands beside other keys");
        }

        return map.IsFunction(out var name, out var argument) ? Call(name, argument, path) : map;
    }

    private static TemplateNode Tagged(TagName tag, TemplateNode node, string path)
    {
        if (tag.IsEmpty || tag.IsNonSpecific)
            return node;
        if (!ShortForm().IsMatch(tag.Value))
            throw new TemplateException(path, $"the tag {tag.Value} is refused");
        var name = TemplateFunctions.LongName(tag.Value);
        if (name != "Condition" && TemplateFunctions.Refusal(name) is { } why)
            throw new TemplateException(path, why);
        return Call(name, node, path);
    }

    private static TemplateMap Call(string name, TemplateNode argument, string path)
    {
        if (name == "Fn::GetAtt")
            argument = Attribute(argument, path);
        if (name == "Fn::FindInMap" && argument is TemplateList { Items.Length: > 3 })
            throw new TemplateException(path, "Fn::FindInMap takes no default: that needs the transform AWS::LanguageExtensions");
        return new([new(name, argument)]);
    }

    private static TemplateList Attribute(TemplateNode argument, string path) => argument switch
    {
        TemplateScalar { Text: var text } when text.IndexOf('.') is > 0 and var dot =>
            new([new TemplateScalar(text[..dot]), new TemplateScalar(text[(dot + 1)..])]),
        TemplateList { Items: [TemplateScalar, TemplateScalar] } list => list,
        _ => throw new TemplateException(path, "Fn::GetAtt takes a resource and an attribute, both as text"),
    };

    [GeneratedRegex(@"^(true|false|-?(0|[1-9][0-9]*)(\.[0-9]+)?)$")]
    private static partial Regex TypedValue();

    [GeneratedRegex("^![A-Za-z0-9:]+$")]
    private static partial Regex ShortForm();
}
