using System.Text;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

/// <summary>Sheets that mean harm: refused before they grow, and never repeated in the answer.</summary>
public sealed class HostileSheetTests
{
    private const string Key = "AKIAIOSFODNN7EXAMPLE";

    private static readonly string[] TextFields =
        ["metadata.description", "metadata.costCenter", "application.software.script", "application.software.image", "application.software.healthCheckPath", "placement.account", "dns.domain"];

    [Theory]
    [InlineData("{{resolve:secretsmanager:prod/db:SecretString:password}}")]
    [InlineData("{{resolve:ssm-secure:/prod/key:1}}")]
    [InlineData("before {{resolve:ssm:/x}} behind")]
    [InlineData("{{ReSoLvE:ssm:/x}}")]
    [InlineData("\uFF5B\uFF5Bresolve:ssm:/x}}")]
    [InlineData("{{\uFF52\uFF45solve\uFF1Assm:/x}}")]
    public void C01_C02_Read_DynamicReferenceInAnyText_IsRefusedAtItsPath(string text)
    {
        foreach (var path in TextFields)
            Assert.Contains(Faults(path, text), problem => problem.Path == path && problem.Message.Contains("dynamic reference", StringComparison.Ordinal));
    }

    /// <summary>YAML parsers take NUL for the end of the text, so that what follows would be dropped.</summary>
    [Theory]
    [InlineData("\n# \0")]
    [InlineData("\n\0traffic: {}")]
    public void Read_Nul_IsRefusedByItsLine(string end) =>
        Assert.Equal("The sheet holds a NUL character, line 9: take it out", Assert.Single(RequestReader.Read(Sheets.Smallest + end).Problems).Message);

    /// <summary>Half an umlaut in Latin-1.</summary>
    [Fact]
    public void Read_BytesThatAreNotUtf8_AreRefused()
    {
        var text = Make.Edited(Sheets.Smallest, ("costCenter: CC-1", "costCenter: CC-1, description: \"B\u00FCro\""));

        Assert.StartsWith("The sheet is not UTF-8: byte 1", Assert.Single(RequestReader.Read(Encoding.Latin1.GetBytes(text)).Problems).Message, StringComparison.Ordinal);
        Assert.True(RequestReader.Read(Encoding.UTF8.GetBytes(text)).IsOk);
    }

    [Fact]
    public void C01_Read_DynamicReferenceSplitOverTwoFields_IsRefused()
    {
        var sheet = Make.Edited(Sheets.Smallest, ("costCenter: CC-1", "costCenter: \"x{{Res\", description: \"olve:ssm:/x}}\""));

        Assert.Contains(RequestReader.Read(sheet).Problems, problem => problem.Path == "metadata.costCenter" && problem.Message.Contains("together with another field", StringComparison.Ordinal));
    }

    [Fact]
    public void C01_Read_DynamicReferenceAsAName_IsRefusedWithoutRepeatingIt()
    {
        var problems = RequestReader.Read(Sheets.Smallest + "\n\"{{resolve:ssm:/x}}\": 1").Problems;

        Assert.Contains(problems, problem => problem.Message.Contains("dynamic reference", StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal("?", problem.Path));
        Assert.DoesNotContain(problems, problem => problem.Message.Contains("/x", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Key)]
    [InlineData("our key is ASIAIOSFODNN7EXAMPLE, keep it")]
    [InlineData("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI")]
    public void C47_Read_SecretInAnyText_IsRefusedAndNotRepeated(string text)
    {
        foreach (var path in TextFields)
        {
            var problems = Faults(path, text);

            Assert.Contains(problems, problem => problem.Path == path && problem.Message.Contains("key or secret", StringComparison.Ordinal));
            Assert.DoesNotContain(problems, problem => problem.ToString().Contains(text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void C47_Read_SecretWhereAWordIsExpected_IsNotRepeated()
    {
        var problems = RequestReader.Read(Make.Edited(Sheets.Smallest, ("stage: development", $"stage: {Key}"), ("peakRps: 100", $"{Key}: 100"), ("eu-west-1", Key))).Problems;

        Assert.Contains(problems, problem => problem.Path == "metadata.stage");
        Assert.DoesNotContain(problems, problem => problem.ToString().Contains(Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef01234567")]
    [InlineData("see /usr/share/doc and https://example.com/a/page/with/a/rather/long/path?x=1")]
    [InlineData("The AKIA prefix and the words PRIVATE KEY alone are no secret")]
    public void C47_Read_TextThatOnlyLooksALittleLikeASecret_IsAccepted(string text) =>
        Assert.True(RequestReader.Read(Make.Edited(Sheets.Smallest, ("costCenter: CC-1", $"costCenter: CC-1, description: \"{text}\""))).IsOk);

    [Theory]
    [InlineData("metadata: !!python/object:os.system { name: x }", "a tag")]
    [InlineData("metadata: ! { name: x }", "a tag")]
    [InlineData("metadata: &a { name: x }", "an anchor")]
    [InlineData("metadata: *a", "an alias")]
    [InlineData("metadata: { <<: { name: x } }", "a merge key")]
    [InlineData("a: 1\n---\nb: 2", "a second document")]
    [InlineData("%YAML 1.1\n---\na: 1", "a directive")]
    [InlineData("? [a, b]\n: 1", "a field's name must be plain text")]
    [InlineData("metadata: { name: x, name: y }", "is written twice")]
    [InlineData("{\"metadata\": {\"name\": \"x\", \"name\": \"y\"}}", "is written twice")]
    [InlineData("{\"metadata\": {}, // comment\n}", "is not JSON, line 1")]
    [InlineData("{\"metadata\": NaN}", "is not JSON")]
    [InlineData("{\"metadata\": \"\\ud800\"}", "half a character")]
    [InlineData("{metadata: {name: x}}", "is not JSON")]
    [InlineData("metadata: [", "is not YAML")]
    [InlineData("metadata: \"", "is not YAML")]
    [InlineData("", "is not a request sheet")]
    [InlineData("just words", "is not a request sheet")]
    [InlineData("- a\n- b", "is not a request sheet")]
    public void C10_Read_TextThatIsNoPlainSheet_IsRefusedInOneLine(string text, string says)
    {
        var problem = Assert.Single(RequestReader.Read(text).Problems);

        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("{a: ")]
    [InlineData("&a [")]
    public void C10_Read_NestedToTheLimitOfSize_IsRefusedByDepthOrForm(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, RequestReader.MaxBytes / opening.Length));

        Assert.Single(RequestReader.Read(text).Problems);
    }

    [Fact]
    public void C10_Read_DepthOf32_IsReadAndOfAnotherLevelIsNot()
    {
        static string Nested(int levels) => "a: " + new string('[', levels - 1) + new string(']', levels - 1);

        Assert.Contains(RequestReader.Read(Nested(32)).Problems, problem => problem.Path == "a");
        Assert.Contains("deeper than 32", Assert.Single(RequestReader.Read(Nested(33)).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("deeper than 32", Assert.Single(RequestReader.Read($$"""{"a":{{new string('[', 32)}}{{new string(']', 32)}}}""").Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void C10_Read_ManyValues_AreRefusedByTheirNumber()
    {
        var text = "a: [" + string.Concat(Enumerable.Repeat("1,", 20_000)) + "1]";

        Assert.Contains("more than 10,000 values", Assert.Single(RequestReader.Read(text).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void C28_Read_256KilobytesAreRead_AndOneByteMoreIsNot()
    {
        var room = RequestReader.MaxBytes - Encoding.UTF8.GetByteCount(Sheets.Smallest + "\n#");

        Assert.True(RequestReader.Read(Sheets.Smallest + "\n#" + new string('x', room)).IsOk);
        Assert.Contains("larger than 256 KB", Assert.Single(RequestReader.Read(Sheets.Smallest + "\n#" + new string('x', room + 1)).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("larger than 256 KB", Assert.Single(RequestReader.Read(Sheets.Smallest + "\n#" + new string('ä', room / 2 + 1)).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("larger than 256 KB", Assert.Single(RequestReader.Read(new string('x', 10_000_000))!.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void C29_Read_LongTextInEveryField_IsRefusedByItsField()
    {
        foreach (var path in TextFields)
            Assert.Contains(Faults(path, new string('a', 50_000) + "!"), problem => problem.Path == path);
    }

    [Theory]
    [InlineData(@"a\u0000b")]
    [InlineData(@"a\u001bb")]
    [InlineData(@"a\ud800b")]
    [InlineData(@"a\udc00\ud800b")]
    public void Read_CharactersThatNoDatabaseTakes_AreRefused(string escaped)
    {
        var yaml = Make.SheetYaml().Replace("costCenter: CC-1042", $"costCenter: CC-1042\n  description: \"{escaped}\"", StringComparison.Ordinal);

        var result = RequestReader.Read(yaml);

        Assert.False(result.IsOk);
        Assert.False(RequestReader.Read(Make.Edited(CanonicalSheet.Write(Make.Sheet()), ("\"CC-1042\"", $"\"{escaped}\""))).IsOk);
    }

    [Fact]
    public void Read_HalfACharacterAsItIs_IsRefused()
    {
        var yaml = Make.Edited(Sheets.Smallest, ("costCenter: CC-1", "costCenter: CC-1, description: \"a\uD800b\""));

        Assert.Contains("half a character", Assert.Single(RequestReader.Read(yaml).Problems).Message, StringComparison.Ordinal);
    }

    /// <summary>The full example with the text in one field, as JSON so that nothing but the reader stands between.</summary>
    private static IReadOnlyList<Portal.Domain.Problem> Faults(string path, string text)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(CanonicalSheet.Write(RequestReader.Read(Sheets.Full).Expect()))!.AsObject();
        var names = path.Split('.');
        var section = names[..^1].Aggregate(json, (node, name) => node[name]!.AsObject());
        section[names[^1]] = text;
        var result = RequestReader.Read(json.ToJsonString());
        Assert.False(result.IsOk);
        return result.Problems;
    }
}
