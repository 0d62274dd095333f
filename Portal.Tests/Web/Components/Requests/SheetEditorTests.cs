using Bunit;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Web.Components.Requests;

namespace Portal.Tests.Web.Components.Requests;

public sealed class SheetEditorTests : BunitContext
{
    public SheetEditorTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Problem_StandsBesideItsField_OnceOneHasBeenThere()
    {
        var form = Form();
        form.Set("traffic.peakRps", "many");
        form.Problems = [new Problem("traffic.peakRps", "is not a number")];

        var editor = Show(form, SheetSection.Traffic);

        var input = editor.Find("#field-traffic-peakRps");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains("is not a number", editor.Find($"#{input.GetAttribute("aria-describedby")!.Split(' ')[0]}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_OfAFieldThatNobodyTouched_WaitsForTheAttemptToSave()
    {
        var form = Form();
        form.Problems = [new Problem("metadata.name", "is required")];

        Assert.Empty(Show(form, SheetSection.Basics).FindAll(".fault"));

        form.ShowsAll = true;
        Assert.Single(Show(form, SheetSection.Basics).FindAll(".fault"));
    }

    [Fact]
    public void Tabs_CountWhatIsToCorrectBehindThem()
    {
        var form = Form();
        form.ShowsAll = true;
        form.Problems = [new Problem("budget.monthlyUsd", "is required"), new Problem("network.reserved[0]", "is not a range")];

        var editor = Show(form, SheetSection.Basics);

        Assert.Contains("1 to correct", editor.Find("#tab-money").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 to correct", editor.Find("#tab-network").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("to correct", editor.Find("#tab-basics").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Typing_InAField_IsInTheYaml()
    {
        var form = Form();

        Show(form, SheetSection.Basics).Find("#field-metadata-name").Input("till");

        Assert.Equal("till", Show(form, SheetSection.Yaml).Find("#sheet-yaml").GetAttribute("value") is { } text ? new SheetDraft(text).Get("metadata.name") : null);
    }

    [Fact]
    public void Typing_InTheYaml_IsInTheField()
    {
        var form = Form();

        Show(form, SheetSection.Yaml).Find("#sheet-yaml").Input(Make.SheetYaml(name: "till"));

        Assert.Equal("till", Show(form, SheetSection.Basics).Find("#field-metadata-name").GetAttribute("value"));
    }

    [Fact]
    public void Switch_AsksForAGroupWithSensibleValues_AndTakesItAway()
    {
        var form = Form();

        Show(form, SheetSection.Data).Find("#field-data-cache").Change(true);
        Assert.Equal("valkey", form.Draft.Get("data.cache.engine"));

        Show(form, SheetSection.Data).Find("#field-data-cache").Change(false);
        Assert.False(form.Draft.Has("data.cache"));
    }

    [Fact]
    public void OfficeHours_AreOfferedWhereTheyCanBeKept_AndSayWhereNot()
    {
        var form = Form();
        Assert.Empty(Show(form, SheetSection.Money).FindAll("#field-budget-officeHoursOnly"));

        form.Set("traffic.pattern", "business-hours");
        Show(form, SheetSection.Money).Find("#field-budget-officeHoursOnly").Change(true);
        Assert.Equal("true", form.Draft.Get("budget.officeHoursOnly"));

        // Set already, it can be taken back, and its fault stands beside it.
        form.Set("metadata.stage", "production");
        form.Problems = RequestReader.Read(form.Draft.Text).Problems;
        var editor = Show(form, SheetSection.Money);
        var box = editor.Find("#field-budget-officeHoursOnly");
        Assert.Contains("set metadata.stage to development", editor.Find($"#{box.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);

        box.Change(false);
        Assert.False(form.Draft.Has("budget.officeHoursOnly"));
        Assert.Empty(Show(form, SheetSection.Money).FindAll("#field-budget-officeHoursOnly"));
    }

    [Theory]
    [InlineData("basics")]
    [InlineData("traffic")]
    [InlineData("promise")]
    [InlineData("data")]
    [InlineData("network")]
    [InlineData("money")]
    [InlineData("yaml")]
    public void Section_NamesEveryField(string key)
    {
        var editor = Show(Form(), SheetSection.Named(key));

        foreach (var field in editor.FindAll("input, select, textarea"))
        {
            Assert.True(field.Closest("label") is not null || editor.FindAll($"label[for='{field.Id}']").Count == 1, $"{field.Id} has no label");
        }
    }

    private static SheetForm Form() => new(Make.SheetYaml());

    private IRenderedComponent<SheetEditor> Show(SheetForm form, SheetSection section) =>
        Render<SheetEditor>(p => p.Add(e => e.Form, form).Add(e => e.Section, section).Add(e => e.Teams, ["storefront"]));
}
