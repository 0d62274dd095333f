using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Templates;
using Xunit;

namespace Portal.Tests.Domain.Templates;

/// <summary>What people type travels as parameter values and never into a template.</summary>
public sealed class UserTextTests
{
    private const string Source = """
        AWSTemplateFormatVersion: '2010-09-09'
        Parameters: {Text: {Type: String, Default: ''}}
        Conditions: {HasText: !Not [!Equals [!Ref Text, '']]}
        Resources:
          R:
            Type: AWS::Test::Type
            Condition: HasText
            Properties: {Plain: !Ref Text, Joined: !Join ['', ['x', !Ref Text]], Chosen: !If [HasText, !Ref Text, none]}
        """;

    [Fact]
    public void AnyText_LeavesTheTemplateAsItIs()
    {
        var module = ModuleReader.Read("m", Source);
        var expected = Resolve(module, "anything").Body;

        Prop.ForAll(ArbMap.Default.ArbFor<UnicodeString>().Filter(text => text.Get.Length > 0), text =>
        {
            var resolved = Resolve(module, text.Get);

            return resolved.Body == expected && resolved.Parameters["Text"] == TemplateValue.Text(text.Get);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("{{resolve:secretsmanager:x}}")]
    [InlineData("${AWS::AccountId}")]
    [InlineData("\n  Evil: {Type: AWS::IAM::User}\n# ")]
    [InlineData("\u202e\ud83d\ude00'\"\\ &a *b !Ref x")]
    public void HostileText_LeavesTheTemplateAsItIs(string text)
    {
        var module = ModuleReader.Read("m", Source);

        Assert.Equal(Resolve(module, "anything").Body, Resolve(module, text).Body);
    }

    [Fact]
    public void AScript_TravelsAsBase64_AndLeavesTheModuleAsItIs()
    {
        var cell = ModuleGrid.Of("compute").First(each => each.Parameters["SoftwareKind"] == TemplateValue.Text("script"));
        var expected = cell.Resolve().Body;

        Prop.ForAll(ArbMap.Default.ArbFor<UnicodeString>().Filter(text => text.Get.Length > 0), text =>
            WithScript(cell, Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Get))).Resolve().Body == expected).QuickCheckThrowOnFailure();
        Assert.Throws<TemplateException>(() => WithScript(cell, "rm -rf / #").Resolve());
    }

    [Theory]
    [InlineData("ContainerImage", "x; reboot")]
    [InlineData("ContainerImage", "$(reboot)")]
    [InlineData("HealthCheckPath", "/'$(reboot)'")]
    [InlineData("DatabaseHost", "a b")]
    public void TextThatAShellWouldRun_IsRefused(string parameter, string text)
    {
        var cell = ModuleGrid.Of("compute").First();
        var hostile = cell with { Parameters = new Dictionary<string, TemplateValue>(cell.Parameters) { [parameter] = text } };

        Assert.Equal($"Parameters/{parameter}", Assert.Throws<TemplateException>(() => hostile.Resolve()).Path);
    }

    private static ModuleGrid.Cell WithScript(ModuleGrid.Cell cell, string base64) =>
        cell with { Parameters = new Dictionary<string, TemplateValue>(cell.Parameters) { ["ScriptBase64"] = base64 } };

    private static ResolvedTemplate Resolve(TemplateModule module, string text) =>
        TemplateResolver.Resolve(module, new Dictionary<string, TemplateValue> { ["Text"] = text }, Vector.Scope);
}
