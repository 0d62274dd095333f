using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

public sealed class TemplateReaderTests
{
    [Theory]
    [InlineData("a: 1\nb: *x", "anchors and aliases are refused")]
    [InlineData("{a: &x 1}", "anchors and aliases are refused")]
    [InlineData("{a: {<<: {b: 1}}}", "merge keys are refused")]
    [InlineData("{a: 1, a: 2}", "the key a stands here twice")]
    [InlineData("{a: }", "an empty value is refused")]
    [InlineData("{a: ~}", "an empty value is refused")]
    [InlineData("{Transform: AWS::LanguageExtensions}", "modules have no transform")]
    [InlineData("{a: !Transform {Name: AWS::Include}}", "Fn::Transform is refused")]
    [InlineData("{a: !ImportValue x}", "Fn::ImportValue is refused")]
    [InlineData("{a: !Length [1]}", "Fn::Length is refused: it needs the transform")]
    [InlineData("{a: {Fn::ToJsonString: {k: 1}}}", "Fn::ToJsonString is refused: it needs the transform")]
    [InlineData("{Fn::ForEach::Z: [Z, [A, B], {'T${Z}': {Type: X}}]}", "Fn::ForEach is refused: it needs the transform")]
    [InlineData("{Fn::ForEach::Z: [Z, [A], {}], b: 1}", "Fn::ForEach is refused: it needs the transform")]
    [InlineData("{a: !FindInMap [M, a, b, {DefaultValue: 7}]}", "Fn::FindInMap takes no default")]
    [InlineData("{a: !GetAtt R}", "Fn::GetAtt takes a resource and an attribute")]
    [InlineData("{a: !GetAtt [R, !Ref P]}", "Fn::GetAtt takes a resource and an attribute")]
    [InlineData("{a: {Ref: X, b: 1}}", "Ref stands beside other keys")]
    [InlineData("{a: !!binary x}", "is refused")]
    [InlineData("{a: [}", "line 1")]
    [InlineData("- a", "a template is a mapping")]
    public void Read_WhenATemplateIsNotPlain_IsRefused(string yaml, string problem) =>
        Assert.Contains(problem, Assert.Throws<TemplateException>(() => TemplateReader.Read(yaml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2012-10-17", "'2012-10-17'")]
    [InlineData("yes", "'yes'")]
    [InlineData("On", "'On'")]
    [InlineData("010", "'010'")]
    [InlineData("1e3", "'1e3'")]
    [InlineData("0x1F", "'0x1F'")]
    [InlineData("12:30:45", "'12:30:45'")]
    [InlineData("443", "443")]
    [InlineData("'443'", "'443'")]
    [InlineData("0.5", "0.5")]
    [InlineData("true", "true")]
    [InlineData("\"true\"", "'true'")]
    [InlineData("''", "''")]
    [InlineData("plain text", "plain text")]
    [InlineData("'a: b'", "'a: b'")]
    [InlineData("'a #b'", "'a #b'")]
    [InlineData("'*'", "'*'")]
    [InlineData("'${x}'", "'${x}'")]
    public void Write_KeepsTheTypeOfEveryValue(string source, string expected) =>
        Assert.Equal($"a: {expected}\n", Vector.Written($"a: {source}"));

    [Fact]
    public void Write_UsesShortFormsWhereYamlAllowsThem()
    {
        const string yaml = """
            a: !Join
              - ','
              - - !Ref X
                - !GetAtt Y.Arn
            b:
              Fn::Base64: !Sub |
                line ${X}

                last
            c: !GetAZs ''

            """;

        Assert.Equal(yaml, Vector.Written(yaml));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("a\n\n")]
    [InlineData("  a\nb")]
    [InlineData("a  \n\tb\n")]
    [InlineData("a\r\nb")]
    [InlineData("true\n")]
    [InlineData("# no comment")]
    [InlineData("\ud83d\ude00 \u2028 \u0007 \ufeff")]
    public void Write_GivesBackWhatItReads(string text) => AssertKept(text);

    [Fact]
    public void Write_GivesBackAnyText() =>
        Prop.ForAll(ArbMap.Default.ArbFor<UnicodeString>().Filter(IsUnicode), text => AssertKept(text.Get.ReplaceLineEndings("\n"))).QuickCheckThrowOnFailure();

    private static bool IsUnicode(UnicodeString text) => text.Get.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    private static void AssertKept(string text)
    {
        var tree = new TemplateMap([new("k", new TemplateList([new TemplateMap([new("Fn::Sub", new TemplateScalar(text))]), new TemplateScalar(text)]))]);

        var list = (TemplateList)TemplateReader.Read(TemplateWriter.Write(tree))["k"]!;

        Assert.Equal(new TemplateScalar(text), list.Items[1]);
        Assert.Equal(new TemplateScalar(text), ((TemplateMap)list.Items[0])["Fn::Sub"]);
    }
}
