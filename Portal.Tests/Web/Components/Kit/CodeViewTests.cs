using Bunit;
using Portal.Web.Components.Kit;

namespace Portal.Tests.Web.Components.Kit;

public sealed class CodeViewTests : BunitContext
{
    [Fact]
    public void Text_ComesOutAsItWentIn()
    {
        const string yaml = "Resources:\n  Vpc:\n    Type: AWS::EC2::VPC # <b>\n";

        var view = Render<CodeView>(p => p.Add(c => c.Text, yaml).Add(c => c.Title, "network.yaml"));

        Assert.Equal(yaml, view.Find("pre").TextContent);
        Assert.Equal(3, view.FindAll(".line").Count);
        Assert.Empty(view.FindAll("pre b"));
    }

    [Fact]
    public void Copy_CopiesThePreWithTheText()
    {
        var view = Render<CodeView>(p => p.Add(c => c.Text, "a: 1").Add(c => c.Title, "a.yaml"));

        Assert.Equal(view.Find("pre").Id, view.Find("button.copy").GetAttribute("data-copy-from"));
        Assert.Equal("Copy a.yaml", view.Find("button.copy").GetAttribute("aria-label"));
    }
}
