using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

public sealed class TemplateConditionsTests
{
    [Theory]
    [InlineData("!Equals [!Ref P, true]", "true", true)]
    [InlineData("!Equals ['True', 'true']", "", false)]
    [InlineData("!And [!Condition Y, !Not [!Equals [!Ref P, '']]]", "", false)]
    [InlineData("!Or [!Condition N, !Equals [!Ref AWS::Region, eu-central-1]]", "", true)]
    [InlineData("!Equals [!Sub '${P}-${AWS::Partition}', x-aws]", "x", true)]
    [InlineData("!Equals [!If [Y, !Ref P, z], x]", "x", true)]
    [InlineData("!Equals [!Select [1, !Split [',', !Ref P]], b]", "a,b", true)]
    [InlineData("!Equals [!FindInMap [M, !Ref AWS::AccountId, !Ref AWS::Region], here]", "", true)]
    public void Conditions_CompareTextThatIsKnownBeforeDeployment(string condition, string p, bool expected) =>
        Assert.Equal(expected, Vector.Holds(condition, ("P", p)));

    [Theory]
    [InlineData("a, b,c", "[a, b, c]", 3)]
    [InlineData("", "[]", 0)]
    public void Conditions_ReadListsTrimmed(string value, string expected, int length)
    {
        Assert.True(Vector.Holds($"!Equals [!Ref L, {expected}]", ("L", value)));
        Assert.Equal(length, TemplateParameter.Items(value).Count);
    }

    [Fact]
    public void Conditions_MayPadAListToLookPastItsEnd()
    {
        const string padded = "!Equals [!Select [2, !Split [',', !Sub ['${z},,', {z: !Join [',', !Ref L]}]]], '']";

        Assert.True(Vector.Holds(padded, ("L", "a,b")));
        Assert.False(Vector.Holds(padded, ("L", "a,b,c")));
    }

    [Theory]
    [InlineData("!Equals [!Select [2, !Ref L], x]", "nonexistent value at index 2")]
    [InlineData("!Equals [!Ref AWS::StackId, x]", "AWS::StackId is not known before deployment")]
    [InlineData("!Equals [!Ref Here, x]", "Here is not known before deployment")]
    [InlineData("!Equals [!GetAtt Here.Arn, x]", "Fn::GetAtt is not known before deployment")]
    [InlineData("!Condition Missing", "there is no condition Missing")]
    [InlineData("!Condition C", "the condition depends on itself: a cycle")]
    [InlineData("!And [!Condition Y, !And [!Condition Y, !Condition C]]", "the condition depends on itself: a cycle")]
    [InlineData("!Ref P", "a condition is Fn::Equals, Fn::Not, Fn::And, Fn::Or or another condition")]
    public void Conditions_WhenTheyCannotBeDecided_AreRefused(string condition, string problem)
    {
        var error = Assert.Throws<TemplateException>(() => Vector.Holds(condition));

        Assert.Equal(problem, error.Problem);
        Assert.StartsWith("Conditions/C", error.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_AreAllDecided_EvenWhereNothingUsesThem() =>
        Assert.Throws<TemplateException>(() => Vector.Resolve("", "A: !Condition B\n  B: !Condition A"));

    [Fact]
    public void Conditions_TakeAnotherStacksOutputAsGiven()
    {
        var later = TemplateValue.FromStack("other", "Arn");

        Assert.False(Vector.Holds("!Equals [!Ref Later, '']", ("Later", later)));
        Assert.False(Vector.Holds("!Equals ['', !Sub 'x${Later}']", ("Later", later)));
        Assert.False(Vector.Holds("!Equals [!Join ['', [!Ref Later, '']], '']", ("Later", later)));
        Assert.False(Vector.Holds("!Equals [!Join ['', !Ref L], '']", ("L", later)));
        Assert.True(Vector.Holds("!Equals [!Ref Later, '']"));
    }

    [Theory]
    [InlineData("!Equals [!Ref Later, x]")]
    [InlineData("!Equals [x, !Ref Later]")]
    [InlineData("!Equals [!Ref Later, !Ref Later]")]
    [InlineData("!Equals [!Select [0, !Ref Later], '']")]
    [InlineData("!Equals [!Split [',', !Ref Later], '']")]
    [InlineData("!Equals [!FindInMap [M, !Ref Later, v], '']")]
    public void Conditions_WhenTheyAskWhatAnotherStacksOutputWillBe_AreRefused(string condition)
    {
        var error = Assert.Throws<TemplateException>(() => Vector.Holds(condition, ("Later", TemplateValue.FromStack("other", "Arn"))));

        Assert.Contains("Later is another stack's output", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_WhenAParameterIsReadFromParameterStore_AreRefused()
    {
        var module = ModuleReader.Read("m", """
            Parameters: {P: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /x}}
            Conditions: {C: !Equals [!Ref P, x]}
            Resources: {R: {Type: AWS::Test::Type}}
            """);

        Assert.Throws<TemplateException>(() => TemplateResolver.Resolve(module, new Dictionary<string, TemplateValue>(), Vector.Scope));
    }
}
