using Portal.Domain.Exporting;

namespace Portal.Tests.Domain.Exporting;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("", "''")]
    [InlineData("plain", "'plain'")]
    [InlineData("$(id) `id` \"$HOME\" \\ ; & | > *", "'$(id) `id` \"$HOME\" \\ ; & | > *'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("'; id; '", "''\\''; id; '\\'''")]
    public void Text_IsOneWordInWhichNothingHasAMeaning(string text, string word) => Assert.Equal(word, ShellText.Quoted(text));
}
