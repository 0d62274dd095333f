using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

/// <summary>What holds for every text and every sheet; a failure names the seed that makes it happen again.</summary>
public sealed class SheetPropertyTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static readonly string[] Hostile =
    [
        "[", "]", "{", "}", ": ", ":", "- ", "? ", ", ", "\t", "\r", "\n", "\n  ", "&a ", "*a", "!t ", "!!str ", "|", ">", "|+9\n", "%YAML 9.9\n", "%TAG ! x\n", "---\n", "...\n",
        "\"", "'", "#", " #", "@", "`", "~", "<<: ", "\\", "\\u", "\\ud800", "\\UFFFFFFFF", "\\x9", "\0", "\u0085", "\u2028", "\uFEFF", "\uD800", "\uDC00", "\U0001F600", "1e999999999",
        "-1", "0x", ".nan", "null", "true", "99999999999999999999999999999999", "{{resolve:", "AKIA0123456789ABCDEF", "010.0.0.0/8", "::/0", "/33", "../../UTC", "9999999999d", "2026-02-30",
    ];

    [Fact]
    public void Read_AnyText_AnswersWithASheetOrWithProblems() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Answers(text ?? "")));

    [Fact]
    public void Read_AnySheetWithAnySlips_AnswersWithASheetOrWithProblems() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Seeds, seed => Answers(Slipped(new Random(seed)))));

    [Fact]
    public void Write_AnySheet_ReadsAgainAsTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Seeds, seed =>
        {
            var sheet = RequestReader.Read(RandomSheet.Yaml(new Random(seed))).Expect();

            var fromJson = RequestReader.Read(CanonicalSheet.Write(sheet)).Expect();
            var fromYaml = RequestReader.Read(SheetYaml.Write(sheet)).Expect();

            Assert.Equal(SheetDump.Of(sheet), SheetDump.Of(fromJson));
            Assert.Equal(SheetDump.Of(sheet), SheetDump.Of(fromYaml));
            Assert.Equal(CanonicalSheet.Write(sheet), CanonicalSheet.Write(fromYaml));
        }));

    private static bool Answers(string text)
    {
        var result = RequestReader.Read(text);
        return result.IsOk == (result.Problems.Count == 0) && result.Problems.All(problem => problem.Message.Length is > 0 and < 1_000);
    }

    private static string Slipped(Random random)
    {
        var text = random.Next(3) switch { 0 => Sheets.Full, 1 => Sheets.Smallest, _ => CanonicalSheet.Write(RequestReader.Read(Sheets.Full).Expect()) };
        for (var slips = random.Next(1, 6); slips > 0; slips--)
        {
            var at = random.Next(text.Length);
            var cut = random.Next(3) == 0 ? random.Next(Math.Min(20, text.Length - at)) : 0;
            text = text.Remove(at, cut).Insert(at, Hostile[random.Next(Hostile.Length)]);
        }

        return text;
    }
}
