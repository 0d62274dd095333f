using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

/// <summary>The zones are written out: B and C must be copies of A, with the letter and the subnet's index changed.</summary>
public sealed partial class ZoneMirrorTests
{
    private static readonly TemplateMap Resources = TemplateCatalogue.Module("network").Root.Section("Resources");

    [Theory]
    [InlineData('B', 1)]
    [InlineData('C', 2)]
    public void Zone_IsACopyOfZoneA(char letter, int index)
    {
        var first = Zone('A');

        Assert.Equal(13, first.Count);
        Assert.Equal(first.Select(resource => Renamed(resource.Key, letter)), Zone(letter).Select(resource => resource.Key));
        Assert.All(first, resource =>
        {
            var copy = (TemplateMap)Copy(resource.Value, letter, index);
            copy = copy["Condition"] is null ? new(copy.Entries.Insert(1, new("Condition", new TemplateScalar($"Has{letter}")))) : copy;
            Assert.Equal(TemplateWriter.Write(copy), TemplateWriter.Write((TemplateMap)WithoutFallback(Resources[Renamed(resource.Key, letter)]!)));
        });
    }

    /// <summary>Alarms of what there is up to three of: zones, gateways, replicas, nodes, copies.</summary>
    [Theory]
    [InlineData("monitoring", 3)]
    [InlineData("monitoring-data", 9)]
    public void Alarms_OfEach_AreCopiesOfTheFirst(string module, int kinds)
    {
        var each = TemplateCatalogue.Module(module).Root.Section("Resources").Entries.Where(entry => entry.Key[^1] is 'A' or 'B' or 'C').GroupBy(entry => entry.Key[..^1]).Where(kind => kind.Count() > 1).ToList();

        Assert.Equal(kinds, each.Count);
        Assert.All(each, kind =>
        {
            var (first, from) = (kind.First(), kind.First().Key[^1]);
            Assert.All(kind.Select((entry, index) => (entry, index)), copy => Assert.Equal(
                Regex.Replace(Alarm(first.Value), $@"(?<=[a-z ]){from}\b", copy.entry.Key[^1].ToString()).Replace("first", Ordinals[copy.index], StringComparison.Ordinal),
                Alarm(copy.entry.Value)));
        });
    }

    private static readonly string[] Ordinals = ["first", "second", "third"];

    private static string Alarm(TemplateNode resource) => TemplateWriter.Write(((TemplateMap)resource).Without("Condition"));

    private static List<KeyValuePair<string, TemplateNode>> Zone(char letter) =>
        [.. Resources.Entries.Where(entry => entry.Key.EndsWith(letter))];

    private static string Renamed(string text, char letter) => LetterA().Replace(text, letter.ToString());

    private static TemplateNode Copy(TemplateNode node, char letter, int index) => node switch
    {
        TemplateScalar scalar => scalar with { Text = Renamed(scalar.Text, letter) },
        TemplateMap { Entries: [("Fn::Select", TemplateList { Items: [TemplateScalar at, var cidrs] })] } =>
            new TemplateMap([new("Fn::Select", new TemplateList([Shifted(at, index), cidrs]))]),
        TemplateList list => new TemplateList([.. list.Items.Select(item => Copy(item, letter, index))]),
        TemplateMap map => new TemplateMap([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Copy(entry.Value, letter, index)))]),
        _ => node,
    };

    private static TemplateScalar Shifted(TemplateScalar at, int by) =>
        at with { Text = (int.Parse(at.Text, CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture) };

    // Zones B and C fall back on the NAT gateway of A, which A itself cannot.
    private static TemplateNode WithoutFallback(TemplateNode node) => node switch
    {
        TemplateMap { Entries: [("Fn::If", TemplateList { Items: [_, var own, _] })] } => own,
        TemplateMap map => new TemplateMap(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, WithoutFallback(entry.Value))).ToImmutableArray()),
        _ => node,
    };

    [GeneratedRegex(@"(?<=[a-z ])A\b|^A$")]
    private static partial Regex LetterA();
}
