using System.Net;
using Portal.Domain.Controls;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Components.Requests;

namespace Portal.Tests.Web.Components.Requests;

public sealed class PresetTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Keys => new(Preset.All.Select(p => p.Key));

    [Theory, MemberData(nameof(Keys))]
    public void From_NeedsOnlyNameAndCostCenter(string key)
    {
        var draft = new SheetDraft(SheetStart.From(Named(key), written: null, ["storefront"], Now));

        Assert.Equal(["metadata.costCenter", "metadata.name"], RequestReader.Read(draft.Text).Problems.Select(p => p.Path).Order());
        Assert.True(RequestReader.Read(SheetStart.Plannable(draft)).IsOk);
    }

    [Theory, MemberData(nameof(Keys))]
    public void Preset_CanBeBuilt_AndKeepsItsProgrammes(string key)
    {
        var sheet = RequestReader.Read(SheetStart.Plannable(new SheetDraft(SheetStart.From(Named(key), written: null, ["storefront"], Now)))).Expect();

        var plan = PlanPipeline.Run(sheet, IPNetwork.Parse("10.64.0.0/20"), AwsFacts.Embedded).Plan;

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.DoesNotContain(plan.Controls, finding => finding.Status == FindingStatus.Failed);
    }

    [Fact]
    public void From_KeepsWhatThePersonWroteAboutTheRequest()
    {
        var written = new SheetDraft("metadata:\n  name: till\n  team: platform\n  costCenter: CC-1\n");

        var draft = new SheetDraft(SheetStart.From(Named("shop"), written, ["storefront", "platform"], Now));

        Assert.Equal("till", draft.Get("metadata.name"));
        Assert.Equal("platform", draft.Get("metadata.team"));
        Assert.Equal("CC-1", draft.Get("metadata.costCenter"));
        Assert.Equal("production", draft.Get("metadata.stage"));
    }

    [Fact]
    public void From_InDevelopment_ExpiresInAMonth() =>
        Assert.Equal("2026-12-22", new SheetDraft(SheetStart.From(Named("try"), written: null, ["storefront"], Now)).Get("lifetime.expiresOn"));

    private static Preset Named(string key) => Preset.All.Single(p => p.Key == key);
}
