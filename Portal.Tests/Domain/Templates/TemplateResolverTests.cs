using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

public sealed class TemplateResolverTests
{
    [Theory]
    [InlineData("{a: !If [Y, 1, 2]}", "{a: 1}")]
    [InlineData("{a: !If [N, 1, !Ref AWS::NoValue], b: 1}", "{b: 1}")]
    [InlineData("{a: [1, !If [N, 2, !Ref AWS::NoValue], 3]}", "{a: [1, 3]}")]
    [InlineData("{a: !Join [',', [!Ref R, !If [N, x, !Ref AWS::NoValue]]]}", "{a: !Join [',', [!Ref R]]}")]
    [InlineData("{a: [!If [Y, [1, 2], !Ref AWS::NoValue]]}", "{a: [[1, 2]]}")]
    [InlineData("{a: {b: !Ref AWS::NoValue}}", "{a: {}}")]
    [InlineData("{a: [!Ref AWS::NoValue]}", "{a: []}")]
    [InlineData("{a: !If [Y, !If [N, 1, 2], 3]}", "{a: 2}")]
    [InlineData("{a: !If [N, !Ref Gone, 1]}", "{a: 1}")]
    [InlineData("{a: !Sub '${!Gone} ${R} ${P} ${AWS::Region}'}", "{a: !Sub '${!Gone} ${R} ${P} ${AWS::Region}'}")]
    [InlineData("{a: !Sub ['${Gone}', {Gone: !Ref Here}]}", "{a: !Sub ['${Gone}', {Gone: !Ref Here}]}")]
    [InlineData("{a: !Ref P}", "{a: !Ref P}")]
    [InlineData("{a: !GetAtt Here.Some.Part}", "{a: {Fn::GetAtt: [Here, Some.Part]}}")]
    [InlineData("{a: '{{resolve:ssm:/x}}'}", "{a: '{{resolve:ssm:/x}}'}")]
    [InlineData("{a: [!Select [0, !Split [',', !Ref P]], !Cidr [!Ref P, 6, 8], {Fn::Base64: !Sub '${P}'}]}",
        "{a: [!Select [0, !Split [',', !Ref P]], !Cidr [!Ref P, 6, 8], {Fn::Base64: !Sub '${P}'}]}")]
    [InlineData("{Statement: [{Condition: {StringEquals: {k: v}}}, {Condition: !If [Y, {Bool: {k: 'true'}}, {}]}]}",
        "{Statement: [{Condition: {StringEquals: {k: v}}}, {Condition: {Bool: {k: 'true'}}}]}")]
    public void Resolve_TakesBranchesAndKeepsWhatIsKnownOnlyAtDeployment(string input, string expected) =>
        Assert.Equal(Vector.Written(expected), Vector.Properties(input));

    [Theory]
    [InlineData("{a: !Ref Gone}")]
    [InlineData("{a: !Sub 'x${Gone.Arn}'}")]
    [InlineData("{a: !GetAtt Gone.Arn}")]
    [InlineData("{a: !GetAtt P.Arn}")]
    public void Resolve_WhenAReferenceLeadsNowhere_IsRefusedWithItsPath(string input)
    {
        var error = Assert.Throws<TemplateException>(() => Vector.Properties(input));

        Assert.Contains(error.Message, new[]
        {
            "Resources/R/Properties/a: Gone is switched off or unknown", "Resources/R/Properties/a: P is switched off or unknown",
        });
    }

    [Fact]
    public void Resolve_WhenAnOutputRefersToADroppedResource_IsRefused()
    {
        var error = Assert.Throws<TemplateException>(() => Vector.Resolve("", outputs: "Outputs: {O: {Value: !Ref Gone}}"));

        Assert.Equal("Outputs/O/Value: Gone is switched off or unknown", error.Message);
    }

    [Fact]
    public void Resolve_KeepsOnlyParametersThatAreStillUsed_WithoutTheirDefaults()
    {
        var resolved = Vector.Resolve("Properties: {a: !If [C, !Ref L, x]}", "C: !Equals [!Ref P, p]");

        Assert.Equal(["L"], resolved.Parameters.Keys);
        Assert.Equal(TemplateValue.Text("a,b"), resolved.Parameters["L"]);
        Assert.Equal(Vector.Written("{L: {Type: CommaDelimitedList}}"), TemplateWriter.Write(resolved.Root.Section("Parameters")));
    }

    [Theory]
    [InlineData("DependsOn: [Gone, Here]", "DependsOn: Here")]
    [InlineData("DependsOn: Gone", "{}")]
    [InlineData("DependsOn: Here", "DependsOn: Here")]
    public void Resolve_ForgetsDependenciesOnDroppedResources(string input, string expected) =>
        Assert.Equal(Vector.Written(expected), Vector.Resource(input));

    [Fact]
    public void Resolve_WhenADependencyIsUnknown_IsRefused() =>
        Assert.Equal("Resources/R/DependsOn: Nowhere is switched off or unknown",
            Assert.Throws<TemplateException>(() => Vector.Resource("DependsOn: Nowhere")).Message);

    [Fact]
    public void Resolve_DropsOutputsThatAreOff_AndTheSectionWhenNoneIsLeft()
    {
        var one = Vector.Resolve("", outputs: "Outputs: {O: {Condition: N, Value: 1}, Q: {Value: 2}}");
        var none = Vector.Resolve("", outputs: "Outputs: {O: {Condition: N, Value: 1}}");

        Assert.Equal(["Q"], one.Outputs);
        Assert.DoesNotContain("Outputs", none.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_FoldsMappings_AlsoByPseudoParameters()
    {
        Assert.Equal(Vector.Written("{a: [1, 2]}"), Vector.Properties("{a: !FindInMap [M, !Ref P, v]}", ("P", "x")));
        Assert.Equal(Vector.Written("{a: here}"), Vector.Properties("{a: !FindInMap [M, !Ref AWS::AccountId, !Ref AWS::Region]}"));
    }

    [Fact]
    public void Resolve_WhenAMappingHasNoSuchKey_NamesTheKeys() =>
        Assert.Equal("Resources/R/Properties/a: no ['M','zz','v'] in Mappings",
            Assert.Throws<TemplateException>(() => Vector.Properties("{a: !FindInMap [M, zz, v]}")).Message);

    [Theory]
    [InlineData("P", "q", "Parameters/P: 'q' is not one of a, b")]
    [InlineData("Z", "q", "Parameters/Z: the module m has no such parameter")]
    [InlineData("N", "x", "Parameters/N: 'x' is not a number")]
    [InlineData("N", "10", "Parameters/N: 10 is more than 9")]
    [InlineData("S", "ab", "Parameters/S: 'ab' does not match [a-z]")]
    [InlineData("S", "a\n", "Parameters/S: 'a\n' does not match [a-z]")]
    [InlineData("S", "", "Parameters/S: '' does not match [a-z]")]
    [InlineData("Len", "abc", "Parameters/Len: the value is longer than 2")]
    [InlineData("Items", "a, 1", "Parameters/Items: '1' does not match [a-z]")]
    public void Resolve_WhenAValueDoesNotFit_IsRefused(string name, string value, string message)
    {
        var module = ModuleReader.Read("m", """
            Parameters:
              P: {Type: String, AllowedValues: [a, b], Default: a}
              N: {Type: Number, MinValue: 1, MaxValue: 9, Default: 1}
              S: {Type: String, AllowedPattern: '[a-z]', Default: a}
              Len: {Type: String, MaxLength: 2, Default: a}
              Items: {Type: CommaDelimitedList, AllowedPattern: '[a-z]', Default: 'a, b'}
            Resources: {R: {Type: AWS::Test::Type}}
            """);

        var error = Assert.Throws<TemplateException>(() => TemplateResolver.Resolve(module, new Dictionary<string, TemplateValue> { [name] = value }, Vector.Scope));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Resolve_WhenARequiredValueIsMissing_IsRefused()
    {
        var module = ModuleReader.Read("m", "{Parameters: {P: {Type: String}}, Resources: {R: {Type: AWS::Test::Type}}}");

        var error = Assert.Throws<TemplateException>(() => TemplateResolver.Resolve(module, new Dictionary<string, TemplateValue>(), Vector.Scope));

        Assert.Equal("Parameters/P: a value is required", error.Message);
    }

    [Theory]
    [InlineData("development", false, "Delete")]
    [InlineData("development", true, "Snapshot")]
    [InlineData("production", false, "Snapshot")]
    public void Resolve_WritesTheDeletionPolicyOfTheStage_UnlessDataIsKept(string stage, bool isKept, string policy)
    {
        var module = ModuleReader.Read("m", """
            Parameters: {Stage: {Type: String}}
            Resources:
              R:
                Type: AWS::Test::Type
                DeletionPolicy: Snapshot
                UpdateReplacePolicy: Snapshot
                Metadata: {Portal: {Purpose: data, DeletionPolicy: {development: Delete}}, Other: kept}
            """);

        var resolved = TemplateResolver.Resolve(module, new Dictionary<string, TemplateValue> { ["Stage"] = stage }, Vector.Scope with { KeepsData = isKept });

        Assert.Equal(
            Vector.Written($"{{Type: AWS::Test::Type, DeletionPolicy: {policy}, UpdateReplacePolicy: {policy}, Metadata: {{Other: kept}}}}"),
            TemplateWriter.Write(resolved.Root.Section("Resources").Section("R")));
    }

    [Theory]
    [InlineData("Properties: {RoleName: x}", "CAPABILITY_NAMED_IAM")]
    [InlineData("Properties: {Path: /x/}", "CAPABILITY_IAM")]
    public void Resolve_SaysWhatMustBeAcknowledged(string properties, string capability)
    {
        var module = ModuleReader.Read("m", $"Resources: {{R: {{Type: AWS::IAM::Role, {properties}}}}}");

        var resolved = TemplateResolver.Resolve(module, new Dictionary<string, TemplateValue>(), Vector.Scope);

        Assert.Equal([capability], resolved.Capabilities);
        Assert.Equal([capability], module.Capabilities);
        Assert.Empty(Vector.Resolve("").Capabilities);
    }
}
