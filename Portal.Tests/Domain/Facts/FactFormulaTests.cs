using Portal.Domain.Facts;

namespace Portal.Tests.Domain.Facts;

public sealed class FactFormulaTests
{
    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 2", 5)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 2 - 3", 5)]
    [InlineData("MAX(a, b * 2, 1)", 10)]
    [InlineData("LEAST(a, b)", 3)]
    [InlineData("CEIL(b / 4) * (a ? 2 : 7)", 4)]
    [InlineData("no ? 1 : (a ? 5 : 6)", 5)]
    public void Evaluate_ReadsArithmetic(string text, int expected) =>
        Assert.Equal(expected, FactFormula.Parse(text).Evaluate(("a", 3), ("b", 5), ("no", 0)));

    [Theory]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("1 2")]
    [InlineData("a ? 1")]
    [InlineData("ROUND(1)")]
    [InlineData("a; b")]
    public void Parse_OfAnythingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => FactFormula.Parse(text));

    [Fact]
    public void Evaluate_WithoutAnInput_IsRefused() => Assert.Throws<KeyNotFoundException>(() => FactFormula.Parse("a").Evaluate());
}
