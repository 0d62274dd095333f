using Portal.Domain.Requests;
using Portal.Web.Components.Requests;

namespace Portal.Tests.Web.Components.Requests;

public sealed class SheetDraftTests
{
    [Fact]
    public void Set_ChangesTheYaml_AndLeavesTheRest()
    {
        var draft = new SheetDraft(Make.SheetYaml());

        draft.Set("traffic.peakRps", "250");

        var sheet = RequestReader.Read(draft.Text).Expect();
        Assert.Equal(250, sheet.Traffic.PeakRps);
        Assert.Equivalent(Make.Sheet(Stage.Development, ("peakRps: 200", "peakRps: 250")), sheet);
    }

    [Fact]
    public void Replace_ShowsTheNewValuesInTheForm()
    {
        var draft = new SheetDraft(Make.SheetYaml());

        draft.Replace(Make.SheetYaml(name: "till"));

        Assert.Equal("till", draft.Get("metadata.name"));
    }

    [Fact]
    public void Replace_WithBrokenYaml_KeepsTheTextAndTheLastReadableForm()
    {
        var draft = new SheetDraft(Make.SheetYaml());

        draft.Replace("metadata: {");

        Assert.False(draft.IsReadable);
        Assert.Equal("metadata: {", draft.Text);
        Assert.Equal("shop", draft.Get("metadata.name"));
    }

    [Fact]
    public void Replace_WithNestingThatWouldOverflowTheStack_IsNotReadable()
    {
        var draft = new SheetDraft(new string('[', 100_000));

        Assert.False(draft.IsReadable);
    }

    [Fact]
    public void Replace_WithAnchors_IsNotReadable() => Assert.False(new SheetDraft("a: &x [1]\nb: [*x, *x]").IsReadable);

    [Fact]
    public void Set_PutsANewFieldWhereTheContractHasIt()
    {
        var draft = new SheetDraft("metadata:\n  name: shop\n  stage: production\nbudget:\n  monthlyUsd: 1\n");

        draft.Set("metadata.team", "storefront");
        draft.Set("traffic.peakRps", "5");

        Assert.Equal("metadata:\n  name: shop\n  team: storefront\n  stage: production\ntraffic:\n  peakRps: 5\nbudget:\n  monthlyUsd: 1\n", draft.Text);
    }

    [Fact]
    public void Set_ToNothing_TakesTheGroupAwayWithItsLastField()
    {
        var draft = new SheetDraft("metadata:\n  name: shop\ndns:\n  domain: a.example\n");

        draft.Set("dns.domain", " ");

        Assert.Equal("metadata:\n  name: shop\n", draft.Text);
    }

    [Fact]
    public void Set_TextThatLooksLikeANumber_StaysText()
    {
        var draft = new SheetDraft("placement:\n  primaryRegion: eu-central-1\n");

        draft.Set("placement.account", "011122223333");

        Assert.Contains("account: \"011122223333\"", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_ThatTheFormDoesNotKnow_SurviveIt()
    {
        var draft = new SheetDraft("traffic:\n  audience: { EU: 80, US: 20 }\n  peakRps: 5\n");

        draft.Set("traffic.peakRps", "6");

        Assert.Contains("EU: 80", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SetList_WritesAListAndTakesAnEmptyOneAway()
    {
        var draft = new SheetDraft("compliance: []\n");

        draft.SetList("compliance", ["gdpr", "soc2"]);
        Assert.Equal("compliance: [gdpr, soc2]\n", draft.Text);

        draft.SetList("compliance", []);
        Assert.False(draft.Has("compliance"));
    }
}
