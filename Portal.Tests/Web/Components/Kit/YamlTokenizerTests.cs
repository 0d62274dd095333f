using FsCheck;
using FsCheck.Fluent;
using Portal.Web.Components.Kit;

namespace Portal.Tests.Web.Components.Kit;

public sealed class YamlTokenizerTests
{
    [Fact]
    public void Lines_OfAnyText_LoseNoCharacter()
    {
        var text = Gen.Elements("a", ":", " ", "\n", "-", "#", "\"", "'", "!Ref", "|", "{", "}", "[", "]", ",", "7", "true", "x: ", "\\", "é").ArrayOf().Select(string.Concat);

        Prop.ForAll(text.ToArbitrary(), t => Joined(t) == t.TrimEnd('\n')).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("Type: AWS::EC2::VPC", YamlTokenKind.Key, "Type")]
    [InlineData("  - Key: Name", YamlTokenKind.Key, "Key")]
    [InlineData("zone: { rpo: 5m }", YamlTokenKind.Key, "rpo")]
    [InlineData("Port: 443", YamlTokenKind.Number, "443")]
    [InlineData("Encrypted: true", YamlTokenKind.Word, "true")]
    [InlineData("VpcId: !Ref Vpc", YamlTokenKind.Tag, "!Ref")]
    [InlineData("Arn: !GetAtt 'Key.Arn'", YamlTokenKind.Text, "'Key.Arn'")]
    [InlineData("a: 1 # why", YamlTokenKind.Comment, "# why")]
    [InlineData("Description: \"a: b # c\"", YamlTokenKind.Text, "\"a: b # c\"")]
    public void Lines_ColourWhatItIs(string line, YamlTokenKind kind, string text) =>
        Assert.Contains(new YamlToken(kind, text), YamlTokenizer.Lines(line)[0]);

    [Theory]
    [InlineData("Image: nginx:1.29", "nginx")]
    [InlineData("Url: http://a/b#c", "c")]
    [InlineData("Type: AWS::EC2::VPC", "AWS")]
    public void Lines_InsideAValue_SeeNoKeyAndNoComment(string line, string inside) =>
        Assert.DoesNotContain(YamlTokenizer.Lines(line)[0], t => t.Kind is YamlTokenKind.Comment or YamlTokenKind.Key && t.Text.Contains(inside, StringComparison.Ordinal));

    [Fact]
    public void Lines_OfABlockScalar_AreTextToItsEnd()
    {
        var lines = YamlTokenizer.Lines("UserData: |\n  echo key: 1\n\n  # not a comment\nNext: 2");

        Assert.All(lines.Take(1..4), line => Assert.All(line, t => Assert.Equal(YamlTokenKind.Text, t.Kind)));
        Assert.Contains(lines[4], t => t is { Kind: YamlTokenKind.Key, Text: "Next" });
    }

    private static string Joined(string text) => string.Join('\n', YamlTokenizer.Lines(text).Select(line => string.Concat(line.Select(t => t.Text))));
}
